//! Room: how many pixels are held in memory at once, however many threads make pictures.
//!
//! Whoever holds some waits for nobody, so that all come to their end.

use std::sync::{Condvar, Mutex, PoisonError};

use super::limits::MOST_PIXELS;

/// Room for the pixels of the largest picture, or for those of several smaller ones.
///
/// At its largest a pixel takes nine bytes: six of a JPEG whose scans are not yet put together and three of what they make.
pub(crate) struct Room {
    free: Mutex<u64>,
    freed: Condvar,
}

impl Default for Room {
    fn default() -> Room {
        Room {
            free: Mutex::new(MOST_PIXELS),
            freed: Condvar::new(),
        }
    }
}

impl Room {
    /// Does something that holds so many pixels, as soon as there is room for them.
    pub(crate) fn holding<T>(&self, pixels: u64, make: impl FnOnce() -> T) -> T {
        let taken = pixels.min(MOST_PIXELS);
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free < taken {
            let waited = self.freed.wait(free);
            free = waited.unwrap_or_else(PoisonError::into_inner);
        }
        *free -= taken;
        drop(free);
        let _taken = Taken(self, taken);
        make()
    }
}

/// What somebody holds; it is given back also if making it panicked.
struct Taken<'r>(&'r Room, u64);

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let free = self.0.free.lock();
        *free.unwrap_or_else(PoisonError::into_inner) += self.1;
        self.0.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn no_more_is_held_at_once_than_there_is_room_for() {
        let room = Room::default();
        let held = AtomicU64::new(0);
        std::thread::scope(|scope| {
            for nth in 0..16 {
                let (room, held) = (&room, &held);
                scope.spawn(move || {
                    let pixels = MOST_PIXELS / 4 + nth;
                    room.holding(pixels, || {
                        let before = held.fetch_add(pixels, Ordering::SeqCst);
                        assert!(before + pixels <= MOST_PIXELS);
                        std::thread::yield_now();
                        held.fetch_sub(pixels, Ordering::SeqCst);
                    });
                });
            }
        });
        // What is larger than all room is made alone.
        assert_eq!(room.holding(MOST_PIXELS * 9, || 1), 1);
        assert_eq!(*room.free.lock().unwrap(), MOST_PIXELS);
    }
}
