//! Dispatch by format: the texts of a file that is whole in memory, or of a member of a container.

use super::encoding;
use super::kind::{Format, Kind, is_markup, kind};
use super::sink::Sink;
use super::{exif, gzip, iptc, pdf, png, rows, rtf, runs, xml, zip};

/// A container in a container is opened, one in that no more.
const DEEPEST: usize = 2;

/// Gives the texts of a file of a format, but for those that plain bytes show.
pub(super) fn read(format: Format, path: &str, bytes: &[u8], sink: &mut Sink<'_>) {
    match format {
        Format::Pdf => pdf::read(bytes, member, sink),
        Format::Rtf => rtf::read(bytes, sink),
        Format::Picture => {
            png::read(bytes, sink);
            exif::read(bytes, sink);
            iptc::read(bytes, sink);
        }
        Format::Zip | Format::Gzip if sink.depth == DEEPEST => sink.cannot(),
        Format::Zip => {
            sink.depth += 1;
            zip::read(bytes, member, sink);
            sink.depth -= 1;
        }
        Format::Gzip => {
            sink.depth += 1;
            gzip::read(path, bytes, member, sink);
            sink.depth -= 1;
        }
    }
}

/// Gives the texts of a file in a container. In a document of an office, what has no known kind is a part that a program
/// keeps for itself, such as the settings of a printer.
pub(super) fn member(path: &str, bytes: &[u8], in_document: bool, sink: &mut Sink<'_>) {
    let found = kind(path, bytes);
    if found == Kind::Text {
        let markup = is_markup(path);
        for text in encoding::decode(encoding::form(bytes, markup), bytes) {
            if markup {
                sink.texts(xml::readings(&text));
            }
            sink.texts(rows::of(path, &text));
            sink.text(&text);
        }
        return;
    }
    runs::give(bytes, sink);
    match found {
        Kind::Whole(format) => read(format, path, bytes, sink),
        Kind::Opaque if !in_document || super::kind::is_sealed(bytes) => sink.cannot(),
        _ => {}
    }
}
