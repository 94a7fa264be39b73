//! Glance: whether all words of a line are plain or given names, so that it names nobody.
//!
//! Most lines are so, and nothing has to be remembered of the words of one: no other part of a name stands near any of them. Says of
//! such a line what a scan would.

use super::clean_lines::Verdict;
use super::guard::Guard;
use super::hashed_words::{HashedWords, WordHash};
use super::joints::{is_joint, may_be_joint, may_be_name};
use super::line_scan::{LETTERS, is_apostrophe_in_word, is_in_escape, is_single};
use super::word_memo::{WordClass, WordKind, WordMemo, with_memo};

impl Guard {
    /// What a line says all words of which are plain or given names; none if letters are hidden in it or a word may be more.
    pub(super) fn glance(&self, line: &str, markup: bool) -> Option<Verdict> {
        with_memo(self.clean.serial(), |memo| {
            self.glance_with(memo, line, markup)
        })
    }

    fn glance_with(&self, memo: &mut WordMemo, line: &str, markup: bool) -> Option<Verdict> {
        let bytes = line.as_bytes();
        let mut hashed = HashedWords::new(line, markup);
        let (mut single, mut is_bare) = (0, true);
        let mut before = 0..0;
        while let Some((word, hash)) = hashed.next() {
            if hashed.hides_letters() {
                return None;
            }
            let first = bytes[word.start];
            if !is_single(bytes, &word) {
                single = 0;
            } else if !first.is_ascii_digit() || self.has_mixed_name {
                single += 1;
                if single > LETTERS {
                    return None;
                }
            }
            if is_in_escape(bytes, word.start) && is_apostrophe_in_word(line, &word) {
                return None;
            }
            let is_number = || first.is_ascii_digit() && self.is_plain_number(&line[word.clone()]);
            if word.len() > 1 && !is_number() {
                let class = self.class(memo, &line[word.clone()], hash)?;
                is_bare &= class != WordClass::Given;
            }
            let is_joined = before.end > 0
                && may_be_joint(bytes[before.end])
                && is_joint(&line[before.end..word.start])
                && !(bytes[before.end] == b'-' && first.is_ascii_digit());
            if !is_joined {
                before = word;
                continue;
            }
            before.end = word.end;
            if may_be_name(&before) {
                let joined = &line[before.clone()];
                let class = self.class(memo, joined, WordHash::of(joined))?;
                is_bare &= class != WordClass::Given;
            }
        }
        (!hashed.hides_letters()).then_some(match is_bare {
            true => Verdict::Bare,
            false => Verdict::Clean,
        })
    }

    /// The class of a word; none if it may be a part of a name that is no given name.
    #[inline]
    fn class(&self, memo: &mut WordMemo, word: &str, hash: WordHash) -> Option<WordClass> {
        if let Some(class) = memo.class(hash) {
            return Some(class);
        }
        let look = memo.get(hash, || self.look_at_word(word));
        let class = match look.kind {
            WordKind::Other if look.begins || word.chars().nth(1).is_none() => WordClass::Other,
            WordKind::Other => WordClass::Plain,
            WordKind::Part(of) if of.is_given_only && of.is_unstated => WordClass::Given,
            WordKind::Part(_) | WordKind::Anchor | WordKind::Pair(_) | WordKind::Others { .. } => {
                return None;
            }
        };
        memo.learn_class(hash, class);
        Some(class)
    }
}
