//! The preview in a real browser.

#[path = "support/browser.rs"]
mod browser;

use browser::Browser;

#[test]
fn a_browser_runs() {
    let Some(browser) = Browser::start() else {
        return;
    };
    browser.open("data:text/html,<meta charset=utf-8><title>Тағзым</title><input id=i><script>console.error('бир')</script>");
    assert_eq!(browser.run("return document.title"), "Тағзым");
    assert_eq!(browser.run("return Promise.resolve([1, 2])")[1], 2);
    browser.resize(320, 600);
    assert_eq!(browser.run("return innerWidth"), 320);
    assert!(browser.screenshot().starts_with(b"\x89PNG\r\n\x1a\n"));
    browser.run("document.getElementById('i').focus()");
    browser.press("ab");
    assert_eq!(
        browser.run("return document.getElementById('i').value"),
        "ab"
    );
    let said = browser.console_errors();
    assert!(said.len() == 1 && said[0].contains("бир"), "{said:?}");
}
