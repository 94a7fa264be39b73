//! Reads finished pages strictly, and holds that they have only what the theme means to have.

/// The elements of the theme and of prose.
const ELEMENTS: &str = " html head base meta title link script body a header nav main footer aside section article div p h1 h2 h3 \
    h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td figure figcaption img picture source \
    span small strong em b i del code pre blockquote sup sub br hr data time abbr cite q details summary noscript \
    svg g path rect circle line text tspan desc use symbol defs label input button form select option output dialog \
    template mark fieldset legend pattern optgroup ";

/// Elements that a browser can be made to run, load or send something by; a theme needs a reason for each.
const FORBIDDEN: &str =
    " iframe object embed applet base style form frame portal foreignobject animate set math ";

const VOID: &str = " base meta link img br hr col source input ";

/// Attributes whose value is an address.
const ADDRESSES: &str = " href src action formaction poster cite data xlink:href background ping ";

/// The only attribute that a `base` may have.
const LEADS_OUT: [&str; 2] = ["target", "_top"];

const CSP: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

fn has(words: &str, word: &str) -> bool {
    words.contains(&format!(" {word} "))
}

/// Holds that a page is of known elements and attributes, leads to known schemes, runs nothing, and says so.
pub fn check_page(path: &str, page: &str) {
    let head = page.split("<title").next().unwrap();
    let policy = head
        .split_once(CSP)
        .unwrap_or_else(|| panic!("{path}: no Content-Security-Policy in front of the title"))
        .1;
    let policy = policy.split('"').next().unwrap();
    let wanted = [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "base-uri 'none'",
        "form-action",
    ];
    for part in wanted {
        assert!(policy.contains(part), "{path}: {part} is not in {policy}");
    }
    for part in ["unsafe", "*", "data:", "http", "nonce", "sha256"] {
        assert!(!policy.contains(part), "{path}: {part} is in {policy}");
    }
    assert!(
        !head.contains("<script"),
        "{path}: a script before the policy"
    );
    let mut open: Vec<String> = Vec::new();
    let mut rest = page.strip_prefix("<!doctype html>").expect(path);
    while let Some((text, tag)) = rest.split_once('<') {
        check_text(path, text);
        let (name, attributes, after) = read_tag(path, tag);
        rest = after;
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{path}: </{name}>");
            continue;
        }
        assert!(has(ELEMENTS, name), "{path}: <{name}>");
        // The filters' form says no address, the search's that of its page; the policy lets neither send anything elsewhere.
        let value = |wanted: &str| {
            let mut all = attributes.iter();
            all.find(|(key, _)| key == wanted)
                .map(|(_, value)| &**value)
        };
        let is_search = value("role") == Some("search")
            && value("method").is_none()
            && value("action").is_some_and(|to| to.starts_with('/') && to.ends_with("/search/"));
        let stays_here = ["form-action 'none'", "form-action 'self'"];
        let stays_here = stays_here.iter().any(|part| policy.contains(part));
        let is_form = name == "form" && stays_here && (attributes.is_empty() || is_search);
        // Of a page that other sites show in a frame: all links lead out of that, and `base` says no address.
        let leads_out = name == "base" && attributes == [LEADS_OUT.map(str::to_owned).into()];
        let has_reason = is_form || leads_out;
        assert!(has_reason || !has(FORBIDDEN, name), "{path}: <{name}>");
        for (key, value) in &attributes {
            check_attribute(path, name, key, value);
        }
        if name == "script" {
            let value = |wanted: &str| {
                attributes
                    .iter()
                    .find(|(key, _)| key == wanted)
                    .map(|(_, v)| v.as_str())
            };
            let (inside, after) = rest.split_once("</script>").expect(path);
            let is_data = value("type") == Some("application/ld+json");
            assert!(
                !open.iter().any(|outer| outer == "svg"),
                "{path}: a script in a drawing"
            );
            assert!(
                is_data || value("src").is_some() && inside.is_empty(),
                "{path}: a script in the page: {inside}"
            );
            assert!(!inside.contains('<'), "{path}: {inside}");
            rest = after;
        } else if !has(VOID, name) && !tag[..tag.len() - rest.len()].ends_with("/>") {
            open.push(name.to_owned());
        }
    }
    check_text(path, rest);
    assert!(open.is_empty(), "{path}: not closed: {open:?}");
}

/// Reads a tag behind its `<`: the name, the attributes, decoded, and what follows.
fn read_tag<'a>(path: &str, tag: &'a str) -> (&'a str, Vec<(String, String)>, &'a str) {
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-:_".contains(c);
    let start = &tag[..tag.char_indices().nth(60).map_or(tag.len(), |(at, _)| at)];
    let slash = usize::from(tag.starts_with('/'));
    let end = tag[slash..]
        .find(|c| !is_name(c))
        .map_or(tag.len(), |at| at + slash);
    assert!(end > slash, "{path}: no tag: <{start}");
    let (name, mut rest) = tag.split_at(end);
    let mut attributes: Vec<(String, String)> = Vec::new();
    loop {
        let trimmed = rest.trim_start();
        if let Some(after) = trimmed
            .strip_prefix('>')
            .or_else(|| trimmed.strip_prefix("/>"))
        {
            return (name, attributes, after);
        }
        assert!(
            trimmed.len() < rest.len(),
            "{path}: attributes touch: <{start}"
        );
        let is_key = |c: char| is_name(c) || c.is_ascii_uppercase();
        let end = trimmed.find(|c| !is_key(c)).unwrap_or(0);
        assert!(end > 0, "{path}: no attribute: <{start}");
        let key = trimmed[..end].to_owned();
        rest = &trimmed[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (inside, after) = quoted.split_once('"').expect(path);
            assert!(!inside.contains('<'), "{path}: {inside}");
            value = decode(path, inside);
            rest = after;
        }
        assert!(
            attributes.iter().all(|(other, _)| *other != key),
            "{path}: {key} twice: <{start}"
        );
        attributes.push((key, value));
    }
}

fn check_attribute(path: &str, element: &str, key: &str, value: &str) {
    let lower = key.to_ascii_lowercase();
    assert!(!lower.starts_with("on"), "{path}: <{element} {key}=…>");
    assert!(
        !["style", "srcdoc", "is", "nonce"].contains(&lower.as_str()),
        "{path}: <{element} {key}=…>"
    );
    let known = " lang charset http-equiv content name property rel href hreflang type src defer class id aria-label \
        aria-current aria-pressed aria-hidden aria-labelledby aria-describedby aria-live aria-expanded aria-controls role tabindex dir \
        scope colspan rowspan span value datetime alt title width height loading decoding viewbox viewBox fill stroke \
        stroke-width d x y x1 x2 y1 y2 cx cy r rx ry transform points text-anchor preserveAspectRatio focusable start \
        sizes media integrity crossorigin srcset download open hidden type placeholder for autocomplete spellcheck \
        maxlength minlength required disabled checked selected itemprop translate xmlns version dx dy \
        dominant-baseline font-size textLength lengthAdjust label vector-effect patternUnits patternTransform as reversed color method color-scheme \
        action enterkeyhint autocapitalize autocorrect ";
    assert!(
        has(known, key)
            || key.starts_with("data-")
            || element == "base" && [key, value] == LEADS_OUT,
        "{path}: <{element} {key}=…>"
    );
    if lower == "http-equiv" {
        assert!(
            ["Content-Security-Policy", "refresh"].contains(&value),
            "{path}: {value}"
        );
    }
    // A drawing that is put in comes from this site: from another it could hold anything.
    if element == "use" && key == "href" {
        assert!(value.starts_with(['#', '/']), "{path}: <use> of {value}");
    }
    // `<data value>` is no address; the attribute `data` of an object would be one, and there are no objects.
    if has(ADDRESSES, &lower) {
        check_address(path, value);
    }
    if lower == "srcset" {
        for one in value.split(", ") {
            let (address, width) = one.split_once(' ').unwrap_or((one, "1w"));
            let digits = width.strip_suffix('w').unwrap_or("none");
            let is_width = digits.bytes().all(|digit| digit.is_ascii_digit());
            assert!(is_width, "{path}: {one}");
            check_address(path, address);
        }
    }
}

fn check_address(path: &str, address: &str) {
    let plain: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    assert_eq!(plain, address, "{path}: an address with spaces");
    let lower = plain.to_lowercase();
    let on_this_site =
        plain.starts_with('#') || plain.starts_with('/') && !plain[1..].starts_with(['/', '\\']);
    let known = ["https://", "http://", "mailto:", "tel:"];
    assert!(
        on_this_site || known.iter().any(|scheme| lower.starts_with(scheme)),
        "{path}: leads to {address}"
    );
    // What an editor wrote after a known scheme is quoted as a value is; our own addresses need none of it.
    assert!(
        !on_this_site || !plain.contains(['"', '<', '>', '`', '\\']),
        "{path}: {address}"
    );
}

fn check_text(path: &str, text: &str) {
    assert!(!text.contains('\0'), "{path}: NUL");
    decode(path, text);
}

/// Resolves the entities of a text; all others than these are not ours.
fn decode(path: &str, text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (entity, rest) = part
            .split_once(';')
            .unwrap_or_else(|| panic!("{path}: a bare & in {text:?}"));
        plain.push_str(match entity {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" | "#39" | "#x27" => "'",
            "#x2F" => "/",
            "nbsp" => "\u{a0}",
            "#58" => ":",
            other => panic!("{path}: &{other};"),
        });
        plain.push_str(rest);
    }
    plain
}

/// What a reader sees of a page: its text without tags, spaces made one.
pub fn shown(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page.split_once("<body").map_or(page, |(_, body)| body);
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(&decode("", before));
        rest = read_tag("", tag).2;
    }
    text.push_str(&decode("", rest));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Holds that a file is well-formed XML without a document type.
pub fn check_xml(path: &str, xml: &str) {
    assert!(
        !xml.contains("&nbsp;"),
        "{path}: an entity that only HTML has"
    );
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml;
    if let Some(after) = rest.strip_prefix("<?xml ") {
        rest = after.split_once("?>").expect(path).1;
    }
    while let Some((text, tag)) = rest.split_once('<') {
        check_text(path, text);
        assert!(!text.contains("]]>"), "{path}: ]]> in text");
        let (name, _, after) = read_xml_tag(path, tag);
        let closed = tag[..tag.len() - after.len()].ends_with("/>");
        rest = after;
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{path}"),
            None if !closed => open.push(name),
            None => {}
        }
    }
    check_text(path, rest);
    assert!(open.is_empty(), "{path}: not closed: {open:?}");
}

/// XML names may have capitals.
fn read_xml_tag<'a>(path: &str, tag: &'a str) -> (&'a str, Vec<(String, String)>, &'a str) {
    let end = tag
        .find(|c: char| c.is_whitespace() || c == '>' || c == '/' && !tag.starts_with('/'))
        .unwrap_or(0);
    let end = if tag.starts_with('/') {
        tag.find('>').unwrap_or(0)
    } else {
        end
    };
    assert!(end > 0, "{path}: no tag");
    let name = tag[..end].trim_end();
    assert!(
        name.trim_start_matches('/')
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || ":-_.".contains(c)),
        "{path}: <{name}"
    );
    // The rest of a tag is as in HTML: put a name before it that its reader knows.
    let after = &tag[end..];
    let whole = format!("x{after}");
    let (_, attributes, left) = read_tag(path, &whole);
    (name, attributes, &after[after.len() - left.len()..])
}
