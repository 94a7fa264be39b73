//! A memo, which is a cache of one entry: the value is kept while its key stays equal.
//!
//! Keys are made of revisions, so that comparing them is cheap.

/// A value with the key that it was made from.
pub(super) struct Memo<K, V> {
    kept: Option<(K, V)>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Memo<K, V> {
        Memo { kept: None }
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The value of a key: what was kept if that is equal, or what is made now.
    pub(super) fn get_or_make(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let kept = self.kept.take().filter(|(of, _)| *of == key);
        let entry = self.kept.insert(kept.unwrap_or_else(|| (key, make())));
        &mut entry.1
    }

    /// The kept value, if it is that of this key.
    pub(super) fn get(&self, key: &K) -> Option<&V> {
        let (of, value) = self.kept.as_ref()?;
        (of == key).then_some(value)
    }

    /// What was kept last, whatever its key.
    pub(super) fn last(&self) -> Option<&(K, V)> {
        self.kept.as_ref()
    }

    /// Keeps a value in the place of the last.
    pub(super) fn put(&mut self, key: K, value: V) {
        self.kept = Some((key, value));
    }

    /// Drops what was kept.
    pub(super) fn clear(&mut self) {
        self.kept = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_while_its_key_stays() {
        let mut memo = Memo::default();
        assert_eq!(*memo.get_or_make(1, || "a"), "a");
        assert_eq!(*memo.get_or_make(1, || "b"), "a");
        assert_eq!(memo.get(&2), None);
        assert_eq!(*memo.get_or_make(2, || "b"), "b");
        assert_eq!(memo.last(), Some(&(2, "b")));
        // What was kept before the last is made anew.
        assert_eq!(*memo.get_or_make(1, || "c"), "c");
    }
}
