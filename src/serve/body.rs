//! Response bodies: bytes in memory, or a stream of chunks with backpressure: each is taken before the next is read.

use std::io;

use bytes::Bytes;
use http_body_util::channel::{Channel, Sender};
use http_body_util::{Either, Full};

use crate::disk::Stream;

pub(super) type Body = Either<Full<Bytes>, Channel<Bytes, io::Error>>;

/// Where the chunks of a body are put.
pub(super) type Pieces = Sender<Bytes, io::Error>;

/// Bytes that are there.
pub(super) fn whole(bytes: impl Into<Bytes>) -> Body {
    Either::Left(Full::new(bytes.into()))
}

/// A body of unknown length, and where to put its chunks.
pub(super) fn pieces() -> (Pieces, Body) {
    let (put, pieces) = Channel::new(1);
    (put, Either::Right(pieces))
}

/// A file, streamed. No thread is blocked by a slow browser.
pub(super) fn file(mut stream: Stream) -> Body {
    let (mut put, body) = pieces();
    tokio::spawn(async move {
        loop {
            let read = tokio::task::spawn_blocking(move || {
                let piece = stream.piece();
                (stream, piece)
            });
            let Ok((back, piece)) = read.await else {
                return put.abort(io::ErrorKind::Other.into());
            };
            stream = back;
            match piece {
                Ok(piece) if piece.is_empty() => return,
                Ok(piece) => {
                    if put.send_data(piece.into()).await.is_err() {
                        return;
                    }
                }
                Err(error) => return put.abort(error),
            }
        }
    });
    body
}
