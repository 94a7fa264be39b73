//! What is sent: bytes that are there, or pieces that come one after the other, each when the last was taken.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Frame, SizeHint};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::disk::Stream;

pub(super) enum Body {
    Whole(Option<Bytes>),
    /// The length, if it is known.
    Pieces(Receiver<io::Result<Bytes>>, Option<u64>),
}

impl Body {
    pub(super) fn whole(bytes: impl Into<Bytes>) -> Body {
        Body::Whole(Some(bytes.into()))
    }

    /// A body without an end, and where to put its pieces.
    pub(super) fn pieces() -> (Sender<io::Result<Bytes>>, Body) {
        let (put, pieces) = channel(1);
        (put, Body::Pieces(pieces, None))
    }

    /// A file. No thread waits for a browser that takes its time.
    pub(super) fn file(mut stream: Stream) -> Body {
        let (put, pieces) = channel(1);
        let length = stream.length;
        tokio::spawn(async move {
            loop {
                let read = tokio::task::spawn_blocking(move || {
                    let piece = stream.piece();
                    (stream, piece)
                });
                let Ok((back, piece)) = read.await else {
                    return;
                };
                stream = back;
                let is_end = piece.as_ref().map_or(true, Vec::is_empty);
                if piece.as_ref().is_ok_and(Vec::is_empty) {
                    return;
                }
                if put.send(piece.map(Bytes::from)).await.is_err() || is_end {
                    return;
                }
            }
        });
        Body::Pieces(pieces, Some(length))
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        match &mut *self {
            Body::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Body::Pieces(pieces, _) => pieces
                .poll_recv(context)
                .map(|piece| piece.map(|piece| piece.map(Frame::data))),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Body::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Body::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, Bytes::len) as u64),
            Body::Pieces(_, Some(length)) => SizeHint::with_exact(*length),
            Body::Pieces(_, None) => SizeHint::default(),
        }
    }
}
