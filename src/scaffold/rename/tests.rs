use super::*;
use crate::model::kind::RecordKind;

fn patron(path: &'static str, keeps: bool) -> Rename<'static> {
    Rename {
        kind: RecordKind::Patron,
        old: "dala",
        new: "zhana-dala",
        keep_in: keeps.then_some(path),
        file: None,
        folder: None,
    }
}

/// The text after the renaming of a patron.
fn after(path: &'static str, text: &str, keeps: bool) -> String {
    let made = renamed(path, text, &patron(path, keeps)).unwrap();
    made.map_or_else(|| text.to_owned(), |(text, _)| text)
}

#[test]
fn every_place_changes_and_each_other_byte_stays() {
    let file = "content/patrons/p.yaml";
    for (before, wanted) in [
        (
            "# dala\n- id: dala # here\n  kind: company\n",
            "# dala\n- id: zhana-dala # here\n  aliases: [dala]\n  kind: company\n",
        ),
        (
            "id: \"dala\"\r\naliases: [a]\r\nname: {en: dala}\r\n",
            "id: \"zhana-dala\"\r\naliases: [a, dala]\r\nname: {en: dala}\r\n",
        ),
        (
            "- {id: other, kind: fund}\n- {id: dala, kind: fund}\n",
            "- {id: other, kind: fund}\n- {id: zhana-dala, aliases: [dala], kind: fund}\n",
        ),
        (
            "id: dala\naliases:\n  - a\n",
            "id: zhana-dala\naliases:\n  - dala\n  - a\n",
        ),
    ] {
        assert_eq!(after(file, before, true), wanted);
    }
    let project = "content/projects/gym.kk.md";
    assert_eq!(
        after(
            project,
            "---\ncontributions:\n  - {patron: dala, amount: 5}\n  - patrons: [x, 'dala'] # dala\nregion: dala\n---\n\
             dala [](@patron/dala) [a](@patron/dala-2) ![](@chart?by=year&patron=dala) [](@region/dala)\n",
            false
        ),
        "---\ncontributions:\n  - {patron: zhana-dala, amount: 5}\n  - patrons: [x, 'zhana-dala'] # dala\nregion: dala\n---\n\
         dala [](@patron/zhana-dala) [a](@patron/dala-2) ![](@chart?by=year&patron=zhana-dala) [](@region/dala)\n"
    );
    assert_eq!(
        after(
            "content/corrections/a.yaml",
            "records: [patron/dala, project/dala]\n",
            false
        ),
        "records: [patron/zhana-dala, project/dala]\n"
    );
    assert_eq!(
        after("site.toml", "[[accept]]\npatron = \"dala\" # dala\n", false),
        "[[accept]]\npatron = \"zhana-dala\" # dala\n"
    );
}

#[test]
fn an_id_that_reads_as_something_else_is_quoted() {
    let rename = |old, new, keep_in| Rename {
        old,
        new,
        keep_in,
        ..patron("", false)
    };
    let file = "content/patrons/p.yaml";
    for (old, new, before, wanted) in [
        (
            "dala",
            "2024",
            "- id: dala\n  kind: fund\n",
            "- id: \"2024\"\n  aliases: [dala]\n  kind: fund\n",
        ),
        (
            "true",
            "no",
            "- id: 'true'\n  kind: fund\n",
            "- id: 'no'\n  aliases: [\"true\"]\n  kind: fund\n",
        ),
    ] {
        let made = renamed(file, before, &rename(old, new, Some(file))).unwrap();
        assert_eq!(made.map(|(text, _)| text).as_deref(), Some(wanted));
    }
    let settings = "[[accept]]\npatron = \"patron\"\n";
    let made = renamed("site.toml", settings, &rename("patron", "p-1", None)).unwrap();
    assert_eq!(made.unwrap().0, "[[accept]]\npatron = \"p-1\"\n");
}

#[test]
fn the_file_of_a_record_moves_with_it_and_no_other_of_its_name() {
    let file = "content/patrons/more/dala.yaml";
    let rename = Rename {
        file: Some(file),
        ..patron("", false)
    };
    let to = Some("content/patrons/more/zhana-dala.yaml");
    assert_eq!(moved(file, &rename).as_deref(), to);
    assert_eq!(moved("content/patrons/dala.yaml", &rename), None);
    let rename = Rename {
        file: Some("content/patrons/all.yaml"),
        ..rename
    };
    assert_eq!(moved("content/patrons/all.yaml", &rename), None);
}

#[test]
fn what_is_not_one_place_is_refused() {
    let text = "- contributions: [{patron: &p dala}, {patron: *p}]\n";
    let made = renamed("content/patrons/p.yaml", text, &patron("", false));
    assert!(made.is_err(), "{made:?}");
}

#[test]
fn files_that_are_named_by_the_id_move() {
    let project = Rename {
        kind: RecordKind::Project,
        old: "gym",
        new: "hall",
        keep_in: None,
        file: None,
        folder: Some("content/projects/a/gym"),
    };
    for (before, wanted) in [
        (
            "content/projects/gym.kk.md",
            Some("content/projects/hall.kk.md"),
        ),
        (
            "content/projects/a/gym.kk.md",
            Some("content/projects/a/hall.kk.md"),
        ),
        (
            "content/projects/a/gym/index.kk.md",
            Some("content/projects/a/hall/index.kk.md"),
        ),
        (
            "content/projects/a/gym/in/photo.jpg",
            Some("content/projects/a/hall/in/photo.jpg"),
        ),
        ("content/projects/gym/other.kk.md", None),
        ("content/projects/a/gym-2/photo.jpg", None),
        ("content/projects/gym-2.kk.md", None),
        ("content/news/gym.kk.md", None),
    ] {
        assert_eq!(moved(before, &project).as_deref(), wanted, "{before}");
    }
}
