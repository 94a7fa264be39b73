//! Files of the output, each with its path. All paths stand in one text: there are tens of thousands, a preview plans
//! them anew at each change, and a text of its own for each would cost more than all the rest.

use std::collections::HashSet;

use rayon::prelude::*;

use super::Output;

/// Files of the output in some order, the same path as often as it was put in.
#[derive(Debug, Default)]
pub struct Files {
    paths: String,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// Where the path begins and ends in `paths`. Four billion bytes would be the paths of a hundred million files.
    start: u32,
    end: u32,
    output: Output,
}

impl Files {
    /// Nothing, with room for so many files and bytes of paths.
    pub fn with_room(files: usize, bytes: usize) -> Files {
        Files {
            paths: String::with_capacity(bytes),
            entries: Vec::with_capacity(files),
        }
    }

    /// Puts a file behind the others. Its path is given in pieces.
    pub fn push(&mut self, path: &[&str], output: Output) {
        let start = self.paths.len() as u32;
        self.paths.extend(path.iter().copied());
        self.entries.push(Entry {
            start,
            end: self.paths.len() as u32,
            output,
        });
    }

    /// Puts files behind the others.
    pub fn append(&mut self, more: Files) {
        let shift = self.paths.len() as u32;
        self.paths.push_str(&more.paths);
        self.entries
            .extend(more.entries.into_iter().map(|entry| Entry {
                start: entry.start + shift,
                end: entry.end + shift,
                ..entry
            }));
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The length of all paths together.
    pub fn bytes(&self) -> usize {
        self.paths.len()
    }

    pub fn path(&self, place: usize) -> &str {
        path_of(&self.paths, &self.entries[place])
    }

    pub fn output(&self, place: usize) -> &Output {
        &self.entries[place].output
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Output)> {
        let entries = self.entries.iter();
        entries.map(|entry| (path_of(&self.paths, entry), &entry.output))
    }

    /// All files, for many threads at once.
    pub fn par_iter(&self) -> impl IndexedParallelIterator<Item = (&str, &Output)> {
        let entries = self.entries.par_iter();
        entries.map(|entry| (path_of(&self.paths, entry), &entry.output))
    }

    /// Puts files into the order of their paths. Files with one path keep their order. Cheap if they are nearly sorted.
    pub fn sort(&mut self) {
        let paths = &self.paths;
        let path = |entry: &Entry| path_of(paths, entry);
        self.entries.sort_by(|a, b| path(a).cmp(path(b)));
    }

    /// The first of the files before `end` with a path that is not less than this one. They must be sorted.
    pub fn lower_bound(&self, path: &str, end: usize) -> usize {
        self.entries[..end].partition_point(|entry| path_of(&self.paths, entry) < path)
    }

    /// The first of the files before `end` with this path. They must be sorted.
    pub fn find(&self, path: &str, end: usize) -> Option<usize> {
        let place = self.lower_bound(path, end);
        (place < end && self.path(place) == path).then_some(place)
    }

    /// Takes files out by their places. Their paths stay in the text: they are few.
    pub fn remove(&mut self, places: &HashSet<usize>) {
        if !places.is_empty() {
            let mut place = 0..;
            self.entries
                .retain(|_| place.next().is_some_and(|place| !places.contains(&place)));
        }
    }
}

fn path_of<'a>(paths: &'a str, entry: &Entry) -> &'a str {
    &paths[entry.start as usize..entry.end as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> Files {
        let mut files = Files::default();
        for path in paths {
            files.push(&[path], Output::Root);
        }
        files
    }

    fn paths(files: &Files) -> Vec<&str> {
        files.iter().map(|(path, _)| path).collect()
    }

    #[test]
    fn files_are_found_by_any_path() {
        let mut all = files(&["ru/б.html", "kk/a-b/index.html"]);
        all.append(files(&["", "kk/a/index.html", "ru/а.html"]));
        all.sort();
        let sorted = [
            "",
            "kk/a-b/index.html",
            "kk/a/index.html",
            "ru/а.html",
            "ru/б.html",
        ];
        assert_eq!(paths(&all), sorted);
        for (place, path) in sorted.into_iter().enumerate() {
            assert_eq!(all.find(path, all.len()), Some(place), "{path}");
            assert_eq!(all.find(path, place), None, "{path}");
        }
        for path in ["kk", "kk/a", "kk/a/", "ru/ә.html", "zz"] {
            assert_eq!(all.find(path, all.len()), None, "{path}");
        }
    }

    #[test]
    fn a_path_may_be_given_in_pieces() {
        let mut all = Files::default();
        all.push(&["kk", "/", "а"], Output::Root);
        all.push(&[], Output::Sitemap);
        assert_eq!(paths(&all), ["kk/а", ""]);
        assert_eq!(all.bytes(), "kk/а".len());
    }

    #[test]
    fn files_with_one_path_keep_their_order() {
        let mut all = files(&["b"]);
        all.push(&["a"], Output::Sitemap);
        all.push(&["b"], Output::Sitemap);
        all.sort();
        assert!(matches!(all.output(1), Output::Root));
        assert!(matches!(all.output(2), Output::Sitemap));
        all.remove(&HashSet::from([1]));
        assert_eq!(paths(&all), ["a", "b"]);
        assert!(matches!(all.output(1), Output::Sitemap));
    }
}
