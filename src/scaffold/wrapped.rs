//! Comments: a text in lines that begin with `#`, none longer than an editor's window.

/// The longest line, in characters.
const WIDTH: usize = 100;

/// The text as lines of a comment, each with its end.
pub(super) fn comment(text: &str) -> String {
    let mut lines = String::new();
    let mut line = String::from("#");
    for word in text.split_whitespace() {
        let is_begun = line.len() > 1;
        if is_begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push_str(&line);
            lines.push('\n');
            line = String::from("#");
        }
        line.push(' ');
        line.push_str(word);
    }
    lines + &line + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_comment_is_long() {
        let text = comment(&"меценат ".repeat(30));
        assert!(text.lines().all(|line| line.starts_with("# ")));
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert_eq!(text.matches("меценат").count(), 30);
    }
}
