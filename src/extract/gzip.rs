//! gzip: the file that is packed in one, such as the drawing in an `.svgz`, and the name that it had.

use flate2::read::{GzDecoder, MultiGzDecoder};

use super::encoding;
use super::sink::{Member, Sink};

pub(super) fn read(path: &str, bytes: &[u8], member: Member, sink: &mut Sink<'_>) {
    if let Some(header) = GzDecoder::new(bytes).header() {
        for field in [header.filename(), header.comment()].into_iter().flatten() {
            sink.texts(encoding::likely(field));
        }
    }
    let inner = sink.unpack(MultiGzDecoder::new(bytes));
    let name = match path.to_ascii_lowercase() {
        path if path.ends_with(".svgz") => "a.svg".to_owned(),
        path => path.trim_end_matches(".gz").to_owned(),
    };
    member(&name, &inner, false, sink);
}
