//! A real browser for tests: Debian's chromium, led by its chromedriver.
//!
//! The few WebDriver commands that tests need are spoken over a plain socket: a whole client brings 44 crates, with a
//! second ICU among them. Each [`Browser`] has a driver, a port and a profile of its own, and all three go with it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::skipped::skipped;

/// How long anything may take on a machine that is busy with other tests.
const LIMIT: Duration = Duration::from_secs(60);

/// A browser that ends when it is dropped.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    /// Its folder goes last.
    _profile: TempDir,
}

/// A driver with what it says from now on and its port; none if it ended before it had one.
fn start_driver() -> std::io::Result<Option<(Child, BufReader<ChildStdout>, u16)>> {
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut said = BufReader::new(driver.stdout.take().unwrap());
    let mut line = String::new();
    while said.read_line(&mut line)? > 0 {
        let number = line.split("successfully on port ").nth(1);
        if let Some(port) = number.and_then(|rest| rest.trim().trim_end_matches('.').parse().ok()) {
            return Ok(Some((driver, said, port)));
        }
        line.clear();
    }
    driver.wait()?;
    Ok(None)
}

impl Browser {
    /// Starts a browser without a window, of 1280 × 900 pixels, for the test of this name; none, with a line that says
    /// so, where there is no chromedriver. In CI there has to be one.
    pub fn start(test: &str) -> Option<Browser> {
        // It takes a free port for IPv4, and ends at once if another has just taken the same for IPv6.
        let started = (0..5).find_map(|_| start_driver().transpose());
        let started = started.expect("chromedriver says no port");
        let (driver, mut said, port) = match started {
            Ok(started) => started,
            Err(reason) => {
                let why = format!("no chromedriver (Debian: chromium-driver): {reason}");
                skipped(test, &why);
                return None;
            }
        };
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let profile = tempfile::tempdir().unwrap();
        let mut browser = Browser {
            driver,
            port,
            session: String::new(),
            _profile: profile,
        };
        let arguments = [
            "--headless=new".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--disable-gpu".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--window-size=1280,900".to_owned(),
            format!("--user-data-dir={}", browser._profile.path().display()),
        ];
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL"},
        }}});
        let session = browser.ask("POST", "/session", &wanted);
        browser.session = session["sessionId"].as_str().unwrap().to_owned();
        Some(browser)
    }

    /// Goes to an address and waits until it is loaded.
    pub fn open(&self, url: &str) {
        self.command("POST", "/url", &json!({"url": url}));
    }

    /// Runs the body of a function in the page and gives what it returns; a promise is waited for.
    pub fn run(&self, script: &str) -> Value {
        let body = json!({"script": script, "args": []});
        self.command("POST", "/execute/sync", &body)
    }

    /// Runs a script again and again until what it returns is as it should be.
    pub fn until(&self, what: &str, script: &str, is_so: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            // While a page is loaded anew there may be nothing to run a script in.
            let body = json!({"script": script, "args": []});
            let given = self.try_command("POST", "/execute/sync", &body);
            if let Ok(value) = &given
                && is_so(value)
            {
                return value.clone();
            }
            assert!(start.elapsed() < LIMIT, "never {what}: {given:?}");
            sleep(Duration::from_millis(10));
        }
    }

    /// Sets the size of the part of the page that is seen, in CSS pixels; also far narrower than a window can be.
    pub fn resize(&self, width: u32, height: u32) {
        let device =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", device);
    }

    /// Presses keys in the page, such as `"\u{E004}"` for Tab.
    pub fn press(&self, keys: &str) {
        let key = |key: char| {
            [("keyDown", key), ("keyUp", key)]
                .map(|(kind, key)| json!({"type": kind, "value": key}))
        };
        let actions: Vec<Value> = keys.chars().flat_map(key).collect();
        let body = json!({"actions": [{"type": "key", "id": "keys", "actions": actions}]});
        self.command("POST", "/actions", &body);
    }

    /// A command of Chromium's own protocol, such as `Emulation.setEmulatedMedia`.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({"cmd": command, "params": parameters});
        self.command("POST", "/goog/cdp/execute", &body)
    }

    /// The page on paper, as its own styles want it, as PDF.
    pub fn pdf(&self) -> Vec<u8> {
        let given = self.devtools("Page.printToPDF", json!({"preferCSSPageSize": true}));
        base64(given["data"].as_str().unwrap())
    }

    /// What is seen, as PNG.
    pub fn screenshot(&self) -> Vec<u8> {
        let given = self.command("GET", "/screenshot", &Value::Null);
        base64(given.as_str().unwrap())
    }

    /// What the console was told since it was last asked, of the level of errors.
    pub fn console_errors(&self) -> Vec<String> {
        let entries = self.console();
        let errors = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        errors
            .map(|entry| entry["message"].as_str().expect("a line").to_owned())
            .collect()
    }

    /// Everything that the console was told since it was last asked.
    pub fn console_messages(&self) -> Vec<String> {
        let entries = self.console();
        let message = |entry: &Value| format!("{} {}", entry["level"], entry["message"]);
        entries.iter().map(message).collect()
    }

    fn console(&self) -> Vec<Value> {
        let given = self.command("POST", "/se/log", &json!({"type": "browser"}));
        given.as_array().expect("a list of entries").clone()
    }

    fn command(&self, method: &str, path: &str, body: &Value) -> Value {
        self.try_command(method, path, body)
            .unwrap_or_else(|wrong| panic!("{path} {body}: {wrong}"))
    }

    fn try_command(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value> {
        let given = self.ask(method, &format!("/session/{}{path}", self.session), body);
        match given.get("error") {
            Some(_) => Err(given),
            None => Ok(given),
        }
    }

    /// One request to the driver and the value that it answers with.
    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        let body = match body {
            Value::Null => String::new(),
            body => body.to_string(),
        };
        let (port, length) = (self.port, body.len());
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all((head + &body).as_bytes()).unwrap();
        let mut answer = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(
                answer.read_line(&mut line).unwrap() > 0,
                "{path}: no answer"
            );
            if line.trim().is_empty() {
                break;
            }
            if let Some(("content-length", value)) = line.to_lowercase().split_once(':') {
                length = value.trim().parse().unwrap();
            }
        }
        let mut text = vec![0; length];
        answer.read_exact(&mut text).unwrap();
        let mut whole: Value = serde_json::from_slice(&text).unwrap();
        whole["value"].take()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends its browser before it answers. A test that failed already is not to fail here once more.
        if !self.session.is_empty() {
            let session = format!("/session/{}", self.session);
            let ask = std::panic::AssertUnwindSafe(|| self.ask("DELETE", &session, &Value::Null));
            let _ = std::panic::catch_unwind(ask);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn base64(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u8> = text.trim_end_matches('=').bytes().map(digit).collect();
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for four in digits.chunks(4) {
        let sum = four
            .iter()
            .fold(0_u32, |sum, &digit| sum << 6 | u32::from(digit));
        let sum = sum << (6 * (4 - four.len()));
        bytes.extend(&sum.to_be_bytes()[1..four.len()]);
    }
    bytes
}
