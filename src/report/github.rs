//! GitHub annotations: diagnostics as workflow commands, shown beside the changed lines of a pull request.
//!
//! The form and its escapes are those of «Workflow commands for GitHub Actions» and of `@actions/core` (command.ts).

use super::message::render_message;
use super::order::sorted;
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::locate::Locator;
use crate::locale::Language;
use crate::source::Sources;
use crate::source::text::invisible::visible;

/// One line for each diagnostic. `folder`: the site's root from the root of the repository, with `/` at its end, or
/// nothing.
pub(crate) fn github(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    words: &Language,
    folder: &str,
) -> String {
    let mut locator = Locator::new(sources);
    let mut lines = String::new();
    for placed in sorted(diagnostics, &mut locator) {
        let told = render_message(&placed.diagnostic, words, &mut Vec::new());
        let level = match placed.diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let file = format!("{folder}{}", placed.location.path);
        let place = locator
            .lines_and_columns(&placed.location)
            .map_or(String::new(), |((line, column), _)| {
                format!(",line={line},col={column}")
            });
        let mut message = told.message.clone();
        for help in told.helps() {
            message.push('\n');
            message.push_str(help);
        }
        lines.push_str(&format!(
            "::{level} file={}{place},title={}::{}\n",
            property(&visible(&file)),
            placed.diagnostic.code.number(),
            data(&message)
        ));
    }
    lines
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{At, Code};
    use crate::model::lang::Lang;
    use crate::report::message::language;

    #[test]
    fn what_github_takes_for_its_own_signs_is_escaped() {
        let at = At::File("content/a,b:50%.md".to_owned());
        let found = [Diagnostic::new(Code::NotUtf8, at).with("encoding", "100%\r\n::error::x")];
        let words = language(Lang::En);
        let lines = github(&found, &Sources::default(), &words, "site/");
        assert_eq!(
            lines,
            "::error file=site/content/a%2Cb%3A50%25.md,title=T0002::This file is not saved as UTF-8; it seems to be \
             100%25\\r\\n::error::x%0ASave the file again with the encoding “UTF-8”.\n"
        );
    }
}
