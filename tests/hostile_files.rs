//! Files that no text case can hold: bytes of other encodings, huge and deep ones, links, pipes, sockets, odd names.
//!
//! Each is put into a sound little site, the program is run on it as an editor would, within ten seconds; the place that
//! is named or the text that comes out is compared. Unix only: other systems have no such files.
#![cfg(unix)]

#[path = "hostile_files/program.rs"]
mod program;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use crate::support::skipped::skipped;
use crate::support::{Site, program as tagzym, tree};
use program::{CHECK, build, build_into, check, places, program_of_a_plain_user, run, utf16};

/// The sound site of the hostile cases, with folders for more.
fn sound() -> Site {
    let site = Site::base();
    for folder in ["content/pages", "content/static"] {
        fs::create_dir_all(site.path(folder)).unwrap();
    }
    site
}

/// A page in every form that bytes can have, and what is said of it.
#[test]
fn other_encodings_are_named_or_read() {
    let page = "---\ntitle: Спорт залы\n---\n\nМәтін.\n";
    let with_mark = format!("\u{feff}{page}");
    let wrong: [(&str, Vec<u8>, &str); 9] = [
        (
            "UTF-16 LE with its mark",
            utf16(&with_mark, u16::to_le_bytes),
            "T0002 content/pages/x.kk.md",
        ),
        (
            "UTF-16 BE with its mark",
            utf16(&with_mark, u16::to_be_bytes),
            "T0002 content/pages/x.kk.md",
        ),
        (
            "UTF-16 LE without",
            utf16(page, u16::to_le_bytes),
            "T0002 content/pages/x.kk.md",
        ),
        (
            "UTF-16 BE without",
            utf16(page, u16::to_be_bytes),
            "T0002 content/pages/x.kk.md",
        ),
        (
            "Windows-1251",
            b"---\ntitle: \xcf\xf0\xe8\xe2\xe5\xf2\n---\n".to_vec(),
            "T0002 content/pages/x.kk.md",
        ),
        (
            "half a letter at the end",
            b"---\ntitle: A\n---\n\xd0".to_vec(),
            "T0002 content/pages/x.kk.md",
        ),
        (
            "too long a form of a slash",
            b"---\ntitle: A\n---\n\xc0\xaf".to_vec(),
            "T0002 content/pages/x.kk.md",
        ),
        (
            "a surrogate",
            b"---\ntitle: A\n---\n\xed\xa0\x80".to_vec(),
            "T0002 content/pages/x.kk.md",
        ),
        (
            "a NUL",
            "---\ntitle: А\n---\n\nӘ\0\n".into(),
            "T0003 content/pages/x.kk.md:5:2",
        ),
    ];
    for (what, bytes, expected) in wrong {
        let site = sound();
        site.write("content/pages/x.kk.md", &bytes);
        assert_eq!(check(&site), [expected], "{what}");
    }
    let right: [(&str, String); 6] = [
        ("a mark and CRLF", with_mark.replace('\n', "\r\n")),
        ("CR only", page.replace('\n', "\r")),
        (
            "CR and LF mixed",
            page.replacen('\n', "\r", 1).replacen('\n', "\r\n", 1),
        ),
        ("no end of the last line", page.trim_end().to_owned()),
        ("decomposed letters", page.replace('й', "и\u{306}")),
        (
            "tabs in the text",
            page.replace("Мәтін", "\tМәтін").replace('\t', ""),
        ),
    ];
    for (what, text) in right {
        let site = sound();
        site.write("content/pages/x.kk.md", text.as_bytes());
        let made = build(&site, "kk/x/index.html");
        assert!(made.contains("<title>Спорт залы"), "{what}");
        assert!(made.contains("Мәтін."), "{what}");
    }
}

/// The place of the first wrong byte is a number of a line, and no line to write.
#[test]
fn where_a_text_is_not_utf_8_no_line_is_proposed() {
    let old: &[u8] = b"---\ntitle: \xcc\xe5\xea\xf2\xe5\xef\n---\n";
    let damaged = ["---\ntitle: Мектеп ".as_bytes(), b"\xff\n---\n"].concat();
    for (text, column) in [(old, 8), (&damaged, 15)] {
        let site = sound();
        site.write("content/pages/x.kk.md", text);
        let said = run(tagzym(), &site, &CHECK);
        let place = format!("line 2, column {column}");
        assert!(said.contains(&place), "{said}");
        assert!(!said.contains("Write the line"), "{said}");
    }
}

#[test]
fn decomposed_names_and_texts_come_out_composed() {
    let site = sound();
    site.write(
        "content/pages/x.kk.md",
        "---\ntitle: Туи\u{306}ген жер\n---\n\nЕ\u{308}лка\n".as_bytes(),
    );
    site.write("content/static/и\u{306}.txt", b"a");
    let made = build(&site, "kk/x/index.html");
    assert!(made.contains("Түген".replace("Түген", "Туйген").as_str()) && made.contains("Ёлка"));
    assert!(!made.contains('\u{306}') && !made.contains('\u{308}'));
    assert_eq!(build(&site, "й.txt"), "a");
}

#[test]
fn files_that_are_too_large_are_not_read() {
    let site = sound();
    for path in ["content/patrons/x.yaml", "content/pages/x.kk.md"] {
        let file = fs::File::create(site.path(path)).unwrap();
        file.set_len((16 << 20) + 1).unwrap();
    }
    let huge = fs::File::create(site.path("content/pages/y.kk.md")).unwrap();
    huge.set_len(1 << 40).unwrap();
    assert_eq!(
        check(&site),
        [
            "T0004 content/pages/x.kk.md",
            "T0004 content/pages/y.kk.md",
            "T0004 content/patrons/x.yaml"
        ]
    );
}

#[test]
fn the_largest_text_is_read_in_time() {
    let site = sound();
    let line =
        "Ұзақ мәтін, бірақ рұқсат етілген ұзындықта. **Бірінші** [сілтеме](@patron/steppe).\n\n";
    let mut text = "---\ntitle: Ұзақ\n---\n\n".to_owned();
    while text.len() + line.len() < (1 << 20) {
        text.push_str(line);
    }
    site.write("content/pages/x.kk.md", text.as_bytes());
    assert_eq!(check(&site), Vec::<String>::new());
}

/// Half a million values, or marks of Markdown, may stand in a file; the one after is named.
#[test]
fn too_many_values_and_marks_are_refused_at_their_place() {
    let page = "---\ntitle: A\n---\n";
    for (path, text, expected) in [
        (
            "content/patrons/x.yaml",
            format!("[{}]", "a,".repeat(600_000)),
            "T0118 content/patrons/x.yaml:1:1000001",
        ),
        (
            "content/pages/x.kk.md",
            format!("{page}{}", "*".repeat(600_000)),
            "T0118 content/pages/x.kk.md:4:500001",
        ),
    ] {
        let site = sound();
        site.write(path, text.as_bytes());
        assert_eq!(check(&site), [expected]);
    }
    let site = sound();
    site.write(
        "content/pages/x.kk.md",
        format!("{page}{}", "*".repeat(500_000)),
    );
    assert_eq!(check(&site), Vec::<String>::new());
}

/// A file of mistakes, tens of thousands of one kind: what they cost grows no faster than their number.
#[test]
fn a_file_of_mistakes_is_read_in_time() {
    let many = |unit: &str| unit.repeat((1 << 18) / unit.len());
    let in_one_line = |unit: &str| unit.repeat((1 << 20) / unit.len());
    let unknown: String = (0..15_000).map(|nth| format!("b{nth}: x\n")).collect();
    let texts = [
        format!("- id: a{}\n", in_one_line(" #")),
        format!("- id: a{}\n", in_one_line(": “ ")),
        format!("- id: a{}’\n", in_one_line(": ‘")),
        format!("- {{{}id: \"x\" y}}\n", many("kk: \"x\", ")),
        format!("- {{id: \"{}x\" y, b: \"}}\n", many("b, kk: ")),
        format!("- [{}\"x\" y]\n", many("abcdefghij, ")),
        format!("- {{{}title: y}}\n", many("title x, ")),
        format!("- id: a\n  name: {{\n{}", many("  kk: \"x\"\n")),
        format!("- id: a\n{}", many("  id: a\n")),
        format!("- id: a\n{unknown}"),
        many("- b c #x\n"),
    ];
    for text in texts {
        let site = sound();
        site.write("content/patrons/x.yaml", text.as_bytes());
        let start: String = text.chars().take(40).collect();
        assert_ne!(check(&site), Vec::<String>::new(), "{start:?}");
    }
}

/// What is nested 10,000 deep, in each of the ways; where it goes too deep is named.
#[test]
fn deep_nesting_is_refused_at_its_place() {
    let deep = |open: &str| open.repeat(10_000);
    let patrons = "content/patrons/x.yaml";
    let page = |body: &str| format!("---\ntitle: А\n---\n{body}\n");
    let blocks: String = (0..10_000)
        .map(|depth| format!("{}a:\n", " ".repeat(depth.min(400))))
        .collect();
    let ladder: String = (0..3_000)
        .map(|depth| format!("{}a:\n", " ".repeat(depth)))
        .collect();
    let cases: Vec<(&str, String, &str)> = vec![
        (patrons, deep("["), "T0116 content/patrons/x.yaml:1:65"),
        (patrons, deep("{a: "), "T0116 content/patrons/x.yaml:1:257"),
        (patrons, deep("[{a: "), "T0116 content/patrons/x.yaml:1:161"),
        (
            patrons,
            format!("- id: a\n  name: {}", deep("[")),
            "T0116 content/patrons/x.yaml:2:73",
        ),
        (patrons, deep("- "), "T0101 content/patrons/x.yaml:1:257"),
        (patrons, blocks, "T0101 content/patrons/x.yaml:129:129"),
        (patrons, ladder, "T0101 content/patrons/x.yaml:129:129"),
        (
            "content/pages/x.kk.md",
            format!("---\ntitle: {}\n---\n", deep("[")),
            "T0116 content/pages/x.kk.md:2:72",
        ),
        (
            "content/pages/x.kk.md",
            page(&deep("> ")),
            "T0116 content/pages/x.kk.md:4:1",
        ),
        ("content/pages/x.kk.md", page(&deep("- ")), ""),
        (
            "content/pages/x.kk.md",
            page(&format!("{}x", deep("- "))),
            "T0116 content/pages/x.kk.md:4:1",
        ),
        ("content/pages/x.kk.md", page(&deep("*")), ""),
        ("content/pages/x.kk.md", page(&deep("[")), ""),
        (
            "content/pages/x.kk.md",
            page(&format!("{}x{}", deep("*a "), deep(" b*"))),
            "",
        ),
        (
            "content/pages/x.kk.md",
            page(&format!("{}x{}", deep("["), deep("](/)"))),
            "T0314 content/pages/x.kk.md:4:10006",
        ),
        (
            "content/pages/x.kk.md",
            page(&format!("{}x{}", deep("!["), deep("](a.jpg)"))),
            "T0306 content/pages/x.kk.md:4:1",
        ),
        (
            "content/pages/x.kk.md",
            page(&deep("<b>")),
            "T0301 content/pages/x.kk.md:4:1",
        ),
        (
            "content/pages/x.kk.md",
            page(&deep("`")),
            "T0319 content/pages/x.kk.md:4:1",
        ),
        (
            "content/pages/x.kk.md",
            page(&deep("[^a]: ")),
            "T0116 content/pages/x.kk.md:4:1",
        ),
        ("content/pages/x.kk.md", page(&deep("&lt;")), ""),
        (
            "site.toml",
            format!("a = {}", deep("[")),
            "T0009 site.toml:1:85",
        ),
        (
            "site.toml",
            format!("a = {}", deep("{a = ")),
            "T0009 site.toml:1:405",
        ),
        (
            "site.toml",
            format!("[{}a]", deep("a.")),
            "T0009 site.toml:1:1",
        ),
        (
            "content/locales/kk/x.ftl",
            format!("x = {}", deep("{ ")),
            "T0403 content/locales/kk/x.ftl:1:1",
        ),
    ];
    let mut wrong = Vec::new();
    for (path, text, expected) in cases {
        let site = sound();
        site.write(path, text.as_bytes());
        let found = check(&site);
        let start: String = text.chars().take(40).collect();
        let first = found.first().map_or("", String::as_str);
        if first != expected {
            wrong.push(format!("{path} {start:?}: {expected:?} is {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn aliases_that_grow_are_refused_at_their_place() {
    let mut bomb = "- &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for level in 1..30 {
        let last = format!("*a{},", level - 1).repeat(10);
        bomb.push_str(&format!("- &a{level} [{}]\n", last.trim_end_matches(',')));
    }
    let site = sound();
    site.write("content/patrons/x.yaml", bomb.as_bytes());
    assert_eq!(check(&site), ["T0101 content/patrons/x.yaml:2:8"]);
    // In a long text, too, where the parser alone would let a hundred times its length grow.
    bomb.push_str(&"- [a, b, c, d, e, f]\n".repeat(20_000));
    site.write("content/patrons/x.yaml", bomb.as_bytes());
    assert_eq!(check(&site), ["T0101 content/patrons/x.yaml:2:8"]);
}

#[test]
fn links_that_lead_out_or_nowhere_are_named() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.md"), "---\ntitle: Құпия\n---\n").unwrap();
    let site = sound();
    let content = site.path("content");
    for file in [
        ".env",
        ".git/config",
        "content/static/notes.key",
        "content/static/report.txt",
    ] {
        site.write(file, b"password");
    }
    symlink("report.txt", content.join("static/latest.txt")).unwrap();
    for (target, link) in [
        (outside.path().join("secret.md"), "pages/out.kk.md"),
        (outside.path().to_owned(), "pages/folder"),
        ("../../../../../../etc/passwd".into(), "static/passwd"),
        ("/dev/zero".into(), "pages/zero.kk.md"),
        ("/dev/tty".into(), "static/tty"),
        ("nowhere.kk.md".into(), "pages/dangling.kk.md"),
        ("itself.kk.md".into(), "pages/itself.kk.md"),
        ("..".into(), "pages/up"),
        ("/proc/self".into(), "static/proc"),
        // Inside the site, but not for readers.
        ("../../site.toml".into(), "static/settings.txt"),
        ("../../.env".into(), "static/env.txt"),
        ("../../.git".into(), "static/history"),
        ("../../.git/config".into(), "pages/config.txt"),
        ("notes.key".into(), "static/notes.txt"),
    ] {
        symlink(target, content.join(link)).unwrap();
    }
    symlink("second", content.join("pages/first")).unwrap();
    symlink("first", content.join("pages/second")).unwrap();
    assert_eq!(
        check(&site),
        [
            "T0005 content/pages/config.txt",
            "T0005 content/pages/dangling.kk.md",
            "T0005 content/pages/first",
            "T0005 content/pages/folder",
            "T0005 content/pages/itself.kk.md",
            "T0005 content/pages/out.kk.md",
            "T0005 content/pages/second",
            "T0005 content/pages/up",
            "T0005 content/pages/zero.kk.md",
            "T0005 content/static/env.txt",
            "T0005 content/static/history",
            "T0005 content/static/notes.txt",
            "T0005 content/static/passwd",
            "T0005 content/static/proc",
            "T0005 content/static/settings.txt",
            "T0005 content/static/tty",
            "T0012 content/static/notes.key",
        ]
    );
}

#[test]
fn names_that_deceive_the_eye_are_refused() {
    let site = sound();
    for name in ["есеп\u{202e}fdp.exe", "a\u{200b}b.pdf", "c\u{2066}d.pdf"] {
        site.write(&format!("content/static/{name}"), b"x");
    }
    // What joins pictures into one is meant.
    site.write("content/static/👩\u{200d}👧.pdf", b"x");
    assert_eq!(
        check(&site),
        [
            "T0006 content/static/a\\u{200b}b.pdf",
            "T0006 content/static/c\\u{2066}d.pdf",
            "T0006 content/static/есеп\\u{202e}fdp.exe",
        ]
    );
}

#[test]
fn pipes_and_sockets_are_named_and_never_opened() {
    let site = sound();
    for pipe in [
        "content/pages/pipe.kk.md",
        "content/static/pipe",
        "content/patrons/pipe.yaml",
    ] {
        let made = Command::new("mkfifo").arg(site.path(pipe)).status();
        assert!(made.unwrap().success());
    }
    let _socket = UnixListener::bind(site.path("content/pages/s.kk.md")).unwrap();
    assert_eq!(
        check(&site),
        [
            "T0005 content/pages/pipe.kk.md",
            "T0005 content/pages/s.kk.md",
            "T0005 content/patrons/pipe.yaml",
            "T0005 content/static/pipe",
        ]
    );
    let site = sound();
    site.remove("site.toml");
    let made = Command::new("mkfifo").arg(site.path("site.toml")).status();
    assert!(made.unwrap().success());
    assert_eq!(check(&site)[0], "T0005 site.toml");
}

#[test]
fn what_may_not_be_read_is_named() {
    let Some(program) = program_of_a_plain_user() else {
        let why = "who runs this test may read every file";
        skipped("what_may_not_be_read_is_named", why);
        return;
    };
    let page = "---\ntitle: A\n---\n";
    let site = sound()
        .with("content/pages/closed.kk.md", page)
        .with("content/news/й/a.kk.md", page);
    let closed = ["content/pages/closed.kk.md", "content/news/й"].map(|path| site.path(path));
    let open_to = |mode: u32| {
        for path in &closed {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    open_to(0o000);
    let said = run(program, &site, &CHECK);
    open_to(0o700);
    assert_eq!(
        places(&said),
        ["T0001 content/news/й", "T0001 content/pages/closed.kk.md"]
    );
    let why = "This file cannot be read: you do not have permission";
    assert_eq!(said.matches(why).count(), 2, "{said}");
}

#[test]
fn folders_called_like_files_are_folders() {
    let site = sound();
    site.write(
        "content/pages/x.kk.md/y.kk.md",
        "---\ntitle: Ішінде\n---\n".as_bytes(),
    );
    site.write(
        "content/patrons/x.yaml/y.yaml",
        "{id: y, kind: fund, name: {kk: Қор}, region: north}".as_bytes(),
    );
    assert!(build(&site, "kk/y/index.html").contains("Ішінде"));
    assert!(build(&site, "kk/patrons/y/index.html").contains("Қор"));
    for folder in ["site.toml", "content/locales/kk/x.ftl"] {
        let site = sound();
        let path = site.path(folder);
        let _ = fs::remove_file(&path);
        fs::create_dir_all(path).unwrap();
        let found = check(&site);
        let expected = (folder == "site.toml").then_some("T0005 site.toml");
        assert_eq!(found.first().map(String::as_str), expected, "{folder}");
    }
}

/// The names are shown with escapes, and what is shown holds none.
#[test]
fn odd_names_are_named_and_no_escape_code_gets_through() {
    let site = sound();
    let names: [(&[u8], &str); 8] = [
        (b"a\nb.kk.md", r"T0006 content/pages/a\nb.kk.md"),
        (
            b"a\x1b[31mb.kk.md",
            r"T0006 content/pages/a\u{1b}[31mb.kk.md",
        ),
        (b"a\xffb.kk.md", r"T0006 content/pages/a\xFFb.kk.md"),
        (b"a\\b.kk.md", r"T0006 content/pages/a\\b.kk.md"),
        (b"a\rb.kk.md", r"T0006 content/pages/a\rb.kk.md"),
        (
            b"<script>alert(1)<.kk.md",
            "T0014 content/pages/<script>alert(1)<.kk.md",
        ),
        (b"%0a{{ 1 }}.kk.md", "T0107 content/pages/%0a{{ 1 }}.kk.md"),
        (
            "a\u{2028}b.kk.md".as_bytes(),
            r"T0006 content/pages/a\u{2028}b.kk.md",
        ),
    ];
    for (name, _) in names {
        let path = Path::new("content/pages").join(OsStr::from_bytes(name));
        fs::write(site.path(path), "---\ntitle: A\n---\n").unwrap();
    }
    let mut expected: Vec<&str> = names.iter().map(|(_, line)| *line).collect();
    expected.sort_unstable();
    assert_eq!(check(&site), expected);
}

#[test]
fn escape_codes_in_content_do_not_reach_the_terminal() {
    for (path, text) in [
        (
            "content/patrons/x.yaml",
            "- id: \"a\\e[31m\\u0007\"\n  \"k\\e[2J\": 1\n  kind: \"f\\e]0;x\\a\"\n",
        ),
        (
            "content/pages/x.kk.md",
            "---\ntitle: \"\\e[31m\"\n---\n\n[](@patron/\u{1b}[31m)\n[a](java:\u{9b}31m)\n",
        ),
        ("site.toml", "\"\\u001b[31m\" = 1\ntheme = \"\\u001b[2J\"\n"),
        ("content/locales/kk/x.ftl", "x = { \u{1b}[31m }\n"),
    ] {
        let site = sound();
        site.write(path, text.as_bytes());
        assert!(!check(&site).is_empty(), "{path}");
    }
}

#[test]
fn nothing_is_written_outside_the_output() {
    let parent = Site::empty().with("kept", "");
    let (out, before) = (parent.path("out"), tree(parent.root()));
    let site = sound();
    site.write(
        "content/pages/x.kk.md",
        b"---\ntitle: A\nslug: ../../../x\naliases: [/../../x, \"/a/../../x\", \"..\"]\n---\n",
    );
    assert_eq!(
        places(&build_into(&site, &out)),
        [
            "T0107 content/pages/x.kk.md:3:7",
            "T0117 content/pages/x.kk.md:4:11",
            "T0117 content/pages/x.kk.md:4:21",
            "T0117 content/pages/x.kk.md:4:35",
        ]
    );
    assert_eq!(tree(parent.root()), before);
    assert!(!out.exists());
    // What looks like a way out and is none is published inside.
    site.write(
        "content/pages/x.kk.md",
        b"---\ntitle: A\naliases: [/a/x..b]\n---\n",
    );
    site.write("content/static/..x/..y", b"x");
    build_into(&site, &out);
    let made = tree(parent.root());
    for path in ["a/x..b", "..x/..y"] {
        assert!(made.contains_key(&format!("out/{path}")), "{path}");
    }
    // The manifest lies beside the output.
    let outside = made
        .into_iter()
        .filter(|(path, _)| !path.starts_with("out/") && path != "out.manifest.json");
    assert_eq!(outside.collect::<BTreeMap<_, _>>(), before);
}
