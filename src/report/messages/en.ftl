# What the program says to editors, in English. One message for each code; `.help` says what to write instead.
# $kind, $record, $expected and $found are words from the end of this file.

unreadable = This file cannot be read: { $reason ->
        [no-permission] you do not have permission
        [vanished] it is no longer there
        [changed] it was changed while the site was being built
       *[other] { $reason }
    }
not-utf8 = { $encoding ->
        [damaged] This file is damaged: most of it is UTF-8, but not all
       *[other] This file is not saved as UTF-8; it seems to be { $encoding }
    }{ $row ->
        [none] {""}
       *[other] : the first unreadable character is in line { $row }, column { $column }
    }
    .help = { $encoding ->
        [damaged] Retype that place and save the file with the encoding “UTF-8”.
       *[other] Save the file again with the encoding “UTF-8”.
    }
control-character = There is an invisible control character here: { $character }
    .help = Delete the character and type the text again.
too-large = This file is too large: { $size }, and at most { $limit } can be read
    .help = Split the file into several.
not-a-file = { $what ->
        [link-outside] This link leads outside the folder of the site
        [link-hidden] This link leads to a file that is not for readers
        [link-nowhere] This link leads nowhere
        [link-circle] This link leads back to the folder it is in
        [link-in-link] This link to a folder is in a folder that is itself reached by a link
        [pipe] This is a pipe, not a file
        [socket] This is a socket, not a file
        [device] This is a device, not a file
        [folder] This is a folder, but a file is expected here
        [not-a-folder] This is a file, but a folder is expected here
       *[other] This is neither a file nor a folder of this site
    }
    .help = { $what ->
        [folder] Rename the folder, and put the file here.
        [not-a-folder] Rename the file, and create a folder with this name.
       *[other] Put the file itself here.
    }
file-name = The name of this file cannot be used: { $name }
    .help = Rename the file: letters, digits, “-” and “.” are enough.
unknown-file = { $what ->
        [static] This is content of the site, which is not read in content/static: readers would get the file as it is
        [beside] This is content of the site, but only what is in content/ is read
       *[none] { $lang ->
            [none] This file is not used: its place or name does not follow the rules of the site
           *[other] This text is not used: it is in “{ $lang }”, which is not a language of this site
        }
    }
    .help = { $what ->
        [static] Move it to { $right }
        [beside] Move it to { $right }
       *[none] { $lang ->
            [none] Texts are called “name.kk.md”, “name.ru.md” or “name.en.md” and are kept in projects, news or pages; files of records end in “.yaml”.
           *[other] Add "{ $lang }" to “languages” in site.toml, or delete the file.
        }
    }
no-site = There is no file site.toml here
    .help = Go to the folder of the site, or name it with --root.
toml = These settings cannot be read: { $reason }
    .help = A setting is one line: name = "text". Check quotation marks, brackets and the sign “=”.
stray-file = { $what ->
        [text] This file is not read because of its extension: { $file }
        [table] This table is not read: { $file }
       *[other] No text uses this file, so it is not published: { $file }
    }
    .help = { $what ->
        [text] Rename the file to { $right }. (Windows hides extensions: turn on “File name extensions” in File Explorer.)
        [table] Enter its rows as records in a “.yaml” file. If readers are to download the table, put it into content/static.
        [words] Put its text into a file such as “name.kk.md”. If readers are to download the file, put it into content/static.
        [rubbish] Delete it; nobody needs it here.
        [photo] Browsers do not show this kind of picture: save it as JPEG, and name it in a text as ![what it shows](file name).
        [picture] Name it in a text as ![what it shows](file name), or delete it.
       *[file] If readers are to download it, put it into content/static; otherwise delete it.
    }
too-many-mistakes = This file has more than { $limit } mistakes; the rest are not shown
    .help = Fix these first, then check again. Often every line repeats the same slip.
left-out = This file is not published: { $what ->
        [lock] an office program put it beside a document that is open
        [secret] it may contain a key or a password
        [partial] it is an unfinished download
        [backup] it is a backup copy left by a text editor
        [history] it is a folder with the history of files
       *[system] the system or a program made it for itself
    }
    .help = { $what ->
        [lock] Close the document; if the file does not go by itself, delete it.
        [secret] Take the file out of the folder of the site. If it is in the repository already, change the key or the password: they stay in its history. If it is something else, rename it.
        [partial] Download the file again, and delete this part.
        [history] Delete it: it contains everything that was ever on the site, including what was removed.
       *[other] Delete the file. If it is for readers after all, rename it.
    }
server-program = { $what ->
        [script] A program in this file runs in the reader’s browser as a part of the site
        [settings] These are settings for a host: it may obey them and lead readers elsewhere, and everybody can read them
        [secret] This looks like passwords or a database: once it is published, everybody can read it
       *[program] This is a program for a server: a static host does not run it, and everybody can read its text
    }
    .help = { $what ->
        [program] Delete the file. If the server really runs it, accept the warning in site.toml: [[accept]] with warning = "T0013", file and why.
       *[other] Delete the file. If it has to be there, and you know what it does, accept the warning in site.toml: [[accept]] with warning = "T0013", file and why.
    }
windows-name = { $what ->
        [device] Windows cannot have a file or folder named “{ $name }”
        [end] In Windows the name of a file cannot end in a full stop or a space: “{ $name }”
       *[sign] In Windows the name of a file cannot contain any of < > : " | ? *: “{ $name }”
    }
    .help = Choose another name, or the site can be neither opened nor copied on a computer with Windows.
misnamed-file = { $what ->
        [folder] Nothing in this folder is read: its name is not spelled the way the site expects
        [project] This is a project, which does not belong in this folder: the file is not read here
        [news] This is news, which does not belong in this folder: the file is not read here
        [page] This is a page, which does not belong in this folder: the file is not read here
        [award] This is an award, which does not belong in this folder: the file is not read here
        [figure] These are reported figures, which do not belong in this folder: the file is not read here
        [correction] This is a correction, which does not belong in this folder: the file is not read here
        [patron] These are patrons, which do not belong in this folder: the file is not read here
        [region] These are regions, which do not belong in this folder: the file is not read here
        [object] These are kinds of help, which do not belong in this folder: the file is not read here
       *[file] This file is not read: its name or its folder is not spelled the way the site expects
    }
    .help = { $there ->
        [yes] Move what is in it to { $right }, and delete it.
        [elsewhere] Move the file, together with its translations and pictures if it has any, to { $right }
       *[no] Rename it: { $right }
    }
unfinished-merge = { $row ->
        [none] Two versions of this place were not merged: the marks of an unfinished merge are here
       *[other] Two versions of this file were not merged: the marks of an unfinished merge begin in line { $row }
    }
    .help = Keep the right one of the two versions, and delete the lines with “<<<<<<<”, “=======” and “>>>>>>>” (and “|||||||”). Nothing else is reported about this file until then.

yaml = { $reason ->
        [colon] This line cannot be read: there is a “:” in a text without quotation marks, or the line above is not finished
        [indent] This line does not begin at the same place as the lines it belongs with
        [sign] A value cannot begin with this sign, nor a line with a tab
        [quote] The text that begins here has no closing quotation mark
        [bracket] A bracket is not closed, or a comma is missing before this place
        [alias] The sign “*” makes an alias here, which leads to nothing
        [repetition] These aliases repeat each other too many times
        [documents] A second document begins here; a file can have only one
        [depth] There are too many values inside each other here
        [key] The name of a field must be a plain word
        [letter] YAML does not allow this character
        [behind] Text goes on after the closing quotation mark
        [begin] A value cannot begin with this sign: YAML reads it as something else
        [unknown-amount] A value cannot begin with this sign: YAML reads it as something else
        [unknown-date] A value cannot begin with this sign: YAML reads it as something else
        [bracket-twice] There is one bracket too many here
        [bracket-in-text] There is a bracket in a text without quotation marks
        [tab] This line begins with a tab (TAB); only spaces are allowed there
        [tab-lead] This line begins with a tab (TAB); only spaces are allowed there
        [tab-behind] There is a tab (TAB) after the hyphen; only a space is allowed there
        [colon-space] A space is missing after the “:”
        [dash-space] A space is missing after the “-”
        [long-dash] This is a long dash; an item of a list begins with “-”
        [odd-space] There is an unusual space here, which YAML does not take for one (a no-break space, for instance)
        [wide-colon] This is a wide colon of another keyboard, not “:”
        [no-colon] There is no “:” between the name of the field and its value
        [hash] The sign “#” begins a note here: everything after it is left out
        [narrow] There is no number here: “####” is what a spreadsheet shows where a column is too narrow
        [address] Only an address belongs here, whole and without words in brackets
        [hyphen] This line is level with the items of a list, but has no “- ” before it
        [comma] A comma is missing before this field
        [braces] There are no brackets around these fields
        [comma-behind] There is an extra character after the end of the value
        [sign-behind] There is an extra character after the end of the value
        [under] This line belongs to the item above it, but begins no deeper than that item
        [goes-on] This line looks like a part of the text above, but is not indented
        [list-in-line] Items with “-” cannot be on the same line as their field
        [each-hyphen] Each of these fields has a “-” before it: they became records of their own
        [hyphen-too-many] There is a “-” before this field, though no list begins here
        [bullet] An item of a list begins with “-”, not with this sign
        [value-and-list] The field above already has a value in its own line, so there can be nothing below it
        [backslash] In these quotation marks the character “\” has another meaning
        [bare-list] There are several values here without the brackets of a list
        [two-fields] There are two fields on one line
        [behind-bracket] Text goes on after the closing bracket
        [sign-before] There is a sign before this value that does not belong there
        [line-twice] This line stands twice: the first of the two is an item with nothing else in it
        [before-bracket] There is text before the opening bracket
        [code-fence] This is a mark of a piece of code (```), which does not belong in the file
        [below] This field does not begin exactly below the first field of its item
        [tabs] The fields are on one line with tabs (TAB) between them, as happens when a table is copied
        [displaced] This line begins at another place than the lines it belongs with
        [displaced-lines] This line begins at another place than the lines it belongs with
        [head-colon] There is no “:” after the name of this field
        [item-in-line] The first item of a list cannot be on the line of its field
        [value-above] There is something here, but the value of this field is in the lines below
        [note] This line is not a note: a note begins with “#”
        [languages] These languages belong to the field above, but begin no deeper than it
       *[other] This cannot be read as YAML
    }
    .help = { $reason ->
        [colon] Put the whole text in quotation marks: title: "School: a new wing".
        [indent] Use the same number of spaces as the neighbouring lines.
        [sign] Use spaces instead of tabs, and put the text in quotation marks.
        [quote] Add the quotation mark at the end of the text.
        [bracket] Close the bracket, and put a comma between the values.
        [letter] Delete the character; often it cannot be seen. Then type the words around it again.
        [behind] Put the whole text in other quotation marks, or use « » inside it.
        [begin] Put the whole text in quotation marks.
        [unknown-amount] If the amount is not known, leave “amount” out; of a gift, say in “in_kind” what was given.
        [unknown-date] If the day is not known, write the month or the year: 2018-06 or 2018.
        [bracket-twice] Delete the second bracket.
        [bracket-in-text] Put the whole text in quotation marks.
        [tab] Put two spaces in the place of each tab.
        [tab-lead] Instead of the tab, begin the line with exactly this many spaces: { $spaces }.
        [tab-behind] Put one space in the place of the tab.
        [colon-space] Put a space after the colon.
        [dash-space] Put a space after the hyphen.
        [long-dash] Put a plain hyphen and a space: “- ”.
        [odd-space] Delete it and type a plain space.
        [wide-colon] Type a plain colon and a space: “: ”.
        [no-colon] Put a colon and a space between the two.
        [hash] Put the whole text in quotation marks.
        [narrow] Widen the column in the spreadsheet, and copy the number again.
        [address] Write the whole address, without words and brackets around it.
        [hyphen] Is this a new record? Then put “- ” before it.
        [comma] Put a comma and a space before the name of the field.
        [braces] Put the fields in curly brackets: name: {"{"}kk: …, ru: …, en: …{"}"}.
        [comma-behind] Delete it: commas are put between values only inside brackets.
        [sign-behind] Delete it: nothing stands behind a value.
        [under] Put two more spaces before it, and before the lines after it that belong to the same item.
        [goes-on] Write it in the line above, or put two spaces before it. If it does not belong in this file, delete it.
        [list-in-line] Write the list in square brackets: [a, b].
        [each-hyphen] Leave the hyphen before the first field of a record only, and put two spaces in its place before the others.
        [hyphen-too-many] Delete the hyphen and the space after it.
        [bullet] Put a plain hyphen in the place of the sign; begin the words where the lines below begin.
        [value-and-list] Delete the value in the line of the field, or the lines below it.
        [backslash] Put the text in single quotation marks '…', or write “\\” for “\”, or “/” if that was meant.
        [bare-list] Write the list in square brackets: [a, b].
        [two-fields] Write each field in a line of its own.
        [behind-bracket] Put it inside the bracket, into the text where it belongs.
        [sign-before] Delete it. No quotation marks are needed here either.
        [line-twice] Delete one of the two lines.
        [before-bracket] Put it inside the bracket, into the text where it belongs, or delete it.
        [code-fence] Delete this line, and the other one with ```.
        [documents] Delete the line with “---” or “...”, or write what follows in a file of its own.
        [below] Put { $spaces } spaces at the beginning of this line, and of the other lines of the same item.
        [tabs] Put the fields in curly brackets, with commas between them, or each in a line of its own.
        [displaced] Begin it with exactly this many spaces: { $spaces }.
        [displaced-lines] Begin it with exactly this many spaces: { $spaces }. Move the lines that belong to it just as far.
        [head-colon] Put a colon after it.
        [item-in-line] Begin a new line before the “-”, as far to the right as the other items.
        [value-above] Delete what is on this line after the “:”, or the lines below.
        [note] Put # before it instead, or delete it.
        [alias] Delete it, or put the whole text in quotation marks.
        [languages] Put two more spaces before this line, and before the other languages of the same field.
       *[other] Check the spaces at the beginning of the lines, and put texts with “:” or “#” in quotation marks.
    }
unknown-field = { $record } has no field “{ $field }”{ $where ->
        [deep] : the line begins too far to the right
        [languages] : the languages of a text are written inside one field
        [language-file] : each language of a text has a file of its own
        [project] : in a project, the project itself says this for all its gifts
       *[here] {""}
    }
    .help = { $where ->
        [deep] “{ $field }” belongs to the record that this stands in. Begin its line as far to the left as the other fields there.
        [languages] Put the texts of all languages into it: {"{"}kk: …, ru: …, en: …{"}"}.
        [language-file] Write it into the file of its language, such as “name.ru.md”, under its name without the language: “title”, “summary”.
        [project] Delete it here. What the gift was for in particular can be said in “note”.
       *[here] The fields here are: { $known }.
    }
missing-field = The field “{ $field }” of { $record } is missing
    .help = Add a line “{ $example }”.{ $known ->
        [none] {""}
       *[other] {" "}It can be: { $known }.
    }{ $folder ->
        [none] {""}
       *[other] {" "}What it names is in { $folder }/.
    }
repeated-field = The field “{ $field }” appears here twice
    .help = { $where ->
        [item] Keep one of the two lines. If the second belongs to a new item of the list, put “- ” before its first field instead.
       *[record] Keep one of the two lines.
    }
    .other = it appears here first
wrong-type = { $expected } is expected here, but this is { $found }
    .help = { $form ->
        [text] Write words. Text that looks like a number, or like “true” or “no”, goes in quotation marks: "2024".
        [text-toml] Write words in quotation marks: "…".
        [list] A list is written in square brackets, or with “- ” before each item: [a, b].
        [list-toml] A list is written like this: ["kk", "ru"].
        [tables-toml] Two pairs of brackets belong here: [[accept]].
        [hyphen] In a list each item begins with “- ”: put it before the first field of each.
        [localised] Write: {"{"}kk: …, ru: …, en: …{"}"}.
        [localised-toml] Write: {"{"}kk = "…", ru = "…", en = "…"{"}"}.
        [amount] Write whole tenge as digits: 5000000 or 5 000 000.
        [date] Write 2018-06-19, 2018-06 or 2018.
        [number] Write digits: 120.
        [yes-or-no] Write true or false.
        [words] Write words here, without brackets and “- ”.
        [records] The file is a list: each record begins with “- id: …” at the start of a line, with nothing above them.
        [fields-of] Write fields here: { $example }.
       *[other] Write fields here, each on a line of its own: “name: value”.
    }
empty-value = { $what ->
        [unknown] “{ $nothing }” is here in place of a text
       *[none] There is nothing here
    }
    .help = { $what ->
        [unknown] Write the text, or delete the field if it can be left out.
        [required] Write the value.
       *[none] Write the value, or leave the field out.
    }{ $known ->
        [none] {""}
       *[other] {" "}It can be: { $known }.
    }{ $folder ->
        [none] {""}
       *[other] {" "}What it names is in { $folder }/.
    }
bad-id = { $reason ->
        [several] “{ $value }” is several ids in one place: in a list they are separated by commas
        [one] “{ $value }” is several ids: only one can stand here
       *[signs] “{ $value }” cannot be an id
    }
    .help = { $reason ->
        [several] Write each id by itself: [id, id].
        [one] Keep the one that it belongs to; the text can tell the rest.
       *[signs] An id has small Latin letters, digits and single hyphens between words, at most { $limit } in all: “almaty-region”.
    }{ $known ->
        [none] {""}
       *[other] {" "}There are: { $known }.
    }{ $folder ->
        [none] {""}
       *[other] {" "}What it names is in { $folder }/.
    }
bad-amount = “{ $value }” is not an amount: { $reason ->
        [zero] it must be more than zero and must not begin with zero
        [too-large] it is more than { $limit } tenge
        [grouping] digits are grouped in threes, with the same sign between all groups
        [short] this is Excel’s short form, in which digits are missing
       *[not-digits] an amount is written in whole tenge, in digits only
    }
    .help = { $reason ->
        [short] Format the cell as a number (or make its column wider) and copy it again: 123 456 789.
        [unknown] If the amount is not known, leave “amount” out; of a gift, say in “in_kind” what was given.
       *[other] Write whole tenge as digits: 5000000 or 5 000 000.
    }
bad-date = “{ $value }” is not a date{ $reason ->
        [unreal] : there is no such day
        [year] : a year is expected here, in four digits
        [period] : put two full stops between the beginning and the end of a period
       *[form] {""}
    }
    .help = { $reason ->
        [period] Write 2017..2021 or 2017-04..2021-04.
        [unknown] If the day is not known, write the month or the year: 2018-06 or 2018.
        [year] Write the year alone, in four digits: 2018.
       *[other] Write 2018-06-19, 2018-06 or 2018.
    }
unknown-value = “{ $value }” is not allowed here
    .help = It can be: { $known }.
bad-url = { $reason ->
        [space] There is a space in the address “{ $value }”
        [several] There are several addresses here: “{ $value }”
        [host] “{ $value }” has no site name where one should be
        [language] “{ $value }” is the address of the site’s pages in one language, and not of the site itself: they would be at …/kk/kk/
        [page] “{ $value }” is the address of a page, and not of the site itself
       *[other] “{ $value }” is not a web address
    }
    .help = { $reason ->
        [several] There can only be one address here: keep the most important one.
        [language] Write the address without the language: the site adds it itself.
        [page] Write the address without the page.
       *[other] Write the whole address: https://example.kz/page
    }
out-of-range = { $value } is out of range
    .help = It must be between { $least } and { $most }.
missing-language = This text is missing in the language “{ $lang }”
    .help = Add “{ $lang }: …” to it.
yaml-tag = Words that begin with “!” are not used here
    .help = Put the text in quotation marks.
front-matter = { $reason ->
        [dashes] This line is not exactly three hyphens “---”: a word processor may have turned them into a dash
        [open] The facts at the top of the file have no closing line “---”
        [second] The facts at the top of a file stand a second time here, in the middle of the text
        [paragraph] This line is not a field: is it the next paragraph of the field above, or does the page’s text begin here?
        [glued] The line “---” that closes the facts at the top of the file has words behind it
        [glued-behind] The line “---” that closes the facts at the top of the file is on the same line as the last of them
        [stray] The facts at the top of the file go on behind this line “---”
       *[none] The facts at the top of the file must be between two lines “---”
    }
    .help = { $reason ->
        [dashes] Write: ---
        [open] Put a line “---” between the facts and the text.
        [second] Each language has a file of its own, such as “name.ru.md”: move everything from here on into it.
        [paragraph] Begin a text of several paragraphs with “summary: |”, and put two spaces before each of its lines. If the page’s text begins here, put a line “---” before it.
        [glued] Write “---” on a line of its own, and the words on the next one: { $words }
        [glued-behind] Put the “---” on a line of its own, under this one.
        [stray] Delete this line: only the one that ends the facts stays.
       *[none] Begin the file with a line “---”, then “title: …”, then another line “---”.
    }
too-deep = There are too many brackets inside each other here
bad-form = { $expected } is expected here{ $reason ->
        [unshown] . Browsers do not show pictures of this kind: save it as JPEG
        [letter] . This name has a character that is not allowed: rename the file, with letters, digits, spaces and “-”
        [folder] . The picture must be in the same folder as this text, or in a folder inside it
        [backslash] . Write “/”, not “\”, between a folder and a file
        [size] . Other programs allow a size after the name, but this site does not: delete “{ $value }”
        [web] . Save the picture into the folder of this text
       *[none] {""}
    }
too-many = This file has more than { $limit } { $what ->
        [marks] lines, links and other marks of Markdown
       *[values] values
    }, and cannot be read
    .help = Split it into several files: all files of the folder are read.
cannot-accept = “{ $value }” cannot be accepted: { $reason ->
        [error] it is an error, not a warning
        [needless] an “accept” that nothing needs is simply deleted
       *[unknown] there is no such code
    }
    .help = { $reason ->
        [error] Fix the error itself; “accept” is for warnings only.
        [needless] Delete the line that it names.
       *[unknown] Take the code from the message of the warning: T0219.
    }
needless-acceptance = Nothing here needs “accept” for { $code } any more
    .help = Delete the line. If the warning is still there, it is somewhere else: put “accept” there.
cut-by-hash = Everything from “#” onwards is left out here: after a space it begins a note
    .help = Put the whole text in quotation marks. If it is a note, put it on a line of its own.
cut-by-comma = A comma ends the text here, because it is in brackets without quotation marks
    .help = Put the whole text in quotation marks.
word-quotes = { $reason ->
        [stray] The quotation mark at the end of this value has no partner at the beginning, and readers see it
       *[around] The quotation marks { $marks } around this value become part of it
    }
    .help = { $reason ->
        [stray] Delete it, or put the other one at the beginning.
       *[around] Delete them. If they belong to the text, put all of it in plain quotation marks as well.
    }
missing-hyphen = { $count ->
        [one] The field { $fields } appears here twice
       *[other] The fields { $fields } appear here twice
    }: an item of the list seems to begin here, without “- ”
    .help = { $where ->
        [file] Are there several records here ({ $record })? Then put “- ” before the first field of each, including the first one, and two spaces before their other lines. Delete a line only if it says the same as the first.
       *[list] Does a new item of the list begin here ({ $record })? Then put “- ” before its first field, and keep all its lines. Delete a line only if it says the same as the first.
    }
    .other = the first one is here
under-table = The setting “{ $field }” is below the line [{ $table }], so it belongs to that table
    .help = Move the line above [{ $table }].
nothing-inside = { $why ->
        [zeros] This file contains only zero bytes: saving or copying it was not finished
        [pointer] This file is only a Git LFS pointer: the file itself was not fetched
        [web-page] This file is a web page, not a file of the site: something else was saved under its name
        [document] This file is a document of an office program (Word, Excel, PDF), not a text: something else was saved under its name
        [picture] This file is a picture, not a text: something else was saved under its name
        [archive] This file is an archive (ZIP, RAR), not a text: something else was saved under its name
        [bytes] This file is not a text, but what is left of a picture or of another program’s file
       *[empty] This file is empty, but other records refer to what should be in it
    }
    .help = { $why ->
        [pointer] Run in the folder of the site: git lfs pull
        [web-page] Download the file again (sign in first, if the page asks for it), or take it from Git or a backup.
        [zeros] Take the file from Git or a backup.
        [document] Take the file from Git or a backup; open the document in its own program, and copy its words into a text file (UTF-8).
        [picture] Take the file from Git or a backup; put the picture here under a name with its own ending: photo.jpg.
        [archive] Take the file from Git or a backup, or out of the archive, if it is in there.
        [bytes] Take the file from Git or a backup.
       *[empty] Take the file from Git or a backup, or enter its records again.
    }

duplicate-id = { $what ->
        [moved] “{ $id }” ({ $kind }) stands twice: in this folder, and in single files beside it
       *[two] The id “{ $id }” ({ $kind }) is used twice
    }
    .help = { $what ->
        [moved] Keep the folder.{ $delete ->
            [none] {""}
           *[other] {" "}Take over what only the single files say, and delete them: { $delete }.
        }{ $move ->
            [none] {""}
           *[other] {" "}Move into the folder, and name “index.ru.md” and so on: { $move }.
        }
        [gifts] If one is a copy of the other, delete it. If it is the same patron with other gifts, put the gifts of both under one record. If they are two, give one of them another id.
       *[two] { $folder ->
            [none] If one is a copy of the other, delete it. If they are two, give one of them another id.
           *[other] If one is a translation of the other, put both into one folder: “{ $folder }”. If they are two projects or texts, give one of them another id.
        }
    }
    .other = it is used here first
unknown-id = { $what ->
        [draft] “{ $id }” ({ $kind }) is only a draft, which readers do not see
       *[other] No record has the id “{ $id }” ({ $kind })
    }
    .help = { $what ->
        [draft] Delete “draft: true” from it when it is ready, or do not name it until then.
       *[other] { $other ->
            [none] { $known ->
                [none] {""}
               *[other] There are: { $known }.{" "}
            }{ $folder ->
                [none] Correct the id, or write the record.
               *[other] A new record is written in { $folder }/.
            }{ $what ->
                [removed] {" "}If you removed the patron: to keep the sum, keep the record with “consent: anonymous”.
               *[none] {""}
            }
           *[other] No record names “{ $other }”: the id there is probably mistyped. Correct it in that place alone. If it was changed on purpose, put the old one back, and let “tagzym rename” change it everywhere.
        }
    }
    .other = no record names this id
duplicate-address = { $own ->
        [now] “{ $address }” is not an old address: it is the present address of this page
        [twice] The old address “{ $address }” is listed twice for this page
        [other] The old address “{ $address }” is listed for two pages
        [taken] “{ $address }” is no old address of this page: another page or file is there
        [program] The site itself makes a page or a file with the address “{ $address }”
        [folder] “{ $address }” cannot be a page and at the same time the folder of other old addresses
       *[none] Two pages or files have the address “{ $address }”
    }
    .help = { $own ->
        [now] Delete it from “aliases”.
        [twice] Delete one of the two from “aliases”.
        [other] Delete it from “aliases” of the page that never had it.
        [taken] Delete it from “aliases”.
        [program] Give yours another slug or name.
        [folder] Delete one of the two from “aliases”.
       *[none] Give one of the two another slug or name.
    }
    .other = { $own ->
        [now] the page is here
        [twice] it appears here first
        [taken] it is here
       *[none] the other one is here
    }
reserved-slug = “{ $id }” is part of the site’s own addresses, so it cannot be the address of a page
    .help = Add another address: “slug: …”.
cycle = “{ $id }” leads back to itself
    .help = Delete this line in one of the records of the circle.
fact-differs = “{ $field }” is stated twice, and the two differ
    .help = State a fact in one language file only, or the same in all.
    .other = here it is different
completed-without-date = A completed project needs the date of its completion
    .help = Add a line “completed: 2018-06-19”, or only the year.
date-without-completed = There is a date of completion, but the status is “{ $status }”
    .help = Write “status: completed”, or delete the date.
    .other = the status is here
date-order = The dates are in the wrong order: { $earlier } is not before { $later }
    .other = the other date is here
region-outside-years = { $when ->
        [after] The region “{ $region }” no longer existed ({ $date })
       *[before] The region “{ $region }” did not exist yet ({ $date })
    }
    .help = { $neighbours ->
        [none] Check the date and the region.
       *[other] At that time it was: { $neighbours }.
    }
real-names-sample = A real record names “{ $id }” ({ $kind }), which is only a sample
    .help = Mark this record with “sample: true” too, or name a real one.
sample-forbidden = “{ $id }” is a sample, and samples are forbidden here
    .help = Delete the record, or allow samples: samples = "show" in site.toml.
consent-missing = It is not stated whether this person’s name may be published
    .help = Add “consent: public” or “consent: anonymous”.
link-to-anonymous = This is an anonymous patron, who must not be named, linked to or written about
    .help = Write “a patron who wished not to be named” without a link.
amount-missing = A contribution needs an amount
    .help = Add “amount: 5000000”, or say in “in_kind” what was given.
giver-missing = A contribution needs either “patron” or “patrons”
    .help = Write “patron: id” for one giver, “patrons: [id, id]” for a joint gift.
giver-twice = “{ $id }” appears here twice
    .help = Delete one of the two.
translation-required = “{ $id }” has no text in the required language “{ $lang }”
    .help = { $right ->
        [none] Add the file for that language.
       *[other] The file that this one was translated from has another name now. Rename this file as well, to { $right }.
    }
figure-contradicts = The breakdown adds up to { $sum }, but { $reported } was reported
    .help = Compare with the source. If it was reported so, readers see a remark; accept the warning: “accept: [{"{"}warning: T0219, why: …{"}"}]”.
part-larger-than-whole = “{ $id }” is more than the figure it is said to be a part of
    .help = Compare with the source. If it was reported so, readers see a remark; accept the warning: “accept: [{"{"}warning: T0220, why: …{"}"}]”.
prose-without-record = This text has no record with the id “{ $id }” ({ $kind })
    .help = Name the file like the id of the record.
members-of-no-group = Only a group has a number of members
    .help = Delete the line, or write “kind: group”.
unknown-district = The region “{ $region }” has no district “{ $id }”
    .help = { $of ->
        [none] Correct the id, or write the district in the record of the region: “districts”.
       *[other] “{ $id }” is a district of the region “{ $of }”: correct the region or the district.
    }
district-without-region = A district must be given together with its region
    .help = Add the region.
name-leaks = The { $of ->
        [page] page
       *[file] file
    } “{ $page }” shows the { $what ->
        [id] id of the anonymous patron “{ $id }”
       *[name] name of the anonymous patron “{ $id }”
    }{ $others ->
        [none] {""}
       *[other] {" "}(and in other files: { $others })
    }
    .help = { $what ->
        [id] Delete the id from the text, or give the patron another id that is found nowhere else: “p-” and six random characters.
       *[name] Delete the name from the text: “a patron who wished not to be named”. If it is another person of that name, or a place, add { $where ->
            [import] the record of the patron to the portal by hand first: the check then says how to accept that name
            [record] to the record at { $at }: “accept: [{"{"}warning: T0225, patron: { $id }, why: …{"}"}]”
            [text] to the fields at the top of { $at }: “accept: [{"{"}warning: T0225, patron: { $id }, why: …{"}"}]”
           *[site] to site.toml a line “[[accept]]” and below it, each on a line of its own: “file = "{ $at }"”, “warning = "T0225"”, “patron = "{ $id }"”, “why = "…"”
        }.
    }
    .other = this patron is anonymous
name-in-part = The { $of ->
        [page] page
       *[file] file
    } “{ $page }” may name the anonymous patron “{ $id }”: it contains the surname, or the given name with the patronymic{ $others ->
        [none] {""}
        *[other] {" "}(and in other files: { $others })
    }
    .help = If this is the patron, delete the name from the text: “a patron who wished not to be named”. If it is somebody else, write that person’s given name, too; if that cannot be done, accept the warning: add { $where ->
        [record] to the record at { $at }: “accept: [{"{"}warning: T0230, patron: { $id }, why: …{"}"}]”
        [text] to the fields at the top of { $at }: “accept: [{"{"}warning: T0230, patron: { $id }, why: …{"}"}]”
       *[site] to site.toml a line “[[accept]]” and below it, each on a line of its own: “file = "{ $at }"”, “warning = "T0230"”, “patron = "{ $id }"”, “why = "…"”
    }.
    .other = this patron is anonymous
telling-id = The id of this anonymous patron gives something away: it is an ordinary word, or contains part of the name
    .help = Give the patron an id that says nothing: “{ $free }” is free. “tagzym rename” puts it wherever the patron is named.
telling-text = { $what ->
        [note] There is a note next to the anonymous patron { $row ->
            [none] “{ $id }”
           *[other] { $row }
        }: it may tell who that is
        [gift-note] There is a note on a gift from the anonymous patron { $row ->
            [none] “{ $id }”
           *[other] { $row }
        }: it may tell who that is
        [gift-source] The source of a gift of the anonymous patron { $row ->
            [none] “{ $id }”
           *[other] { $row }
        } may tell who that is
       *[purpose] The purpose of a gift of the anonymous patron { $row ->
            [none] “{ $id }”
           *[other] { $row }
        } names something (“{ $word }”): it may tell who that is
    }
    .help = { $what ->
        [note] Delete the note if it fits few people: an office, a place of work, a title.
        [gift-note] Delete the note if it fits few people: an office, a place of work, a jubilee.
        [gift-source] See whether the patron is named there. If so, delete the source; if not, accept the warning: “accept: [{"{"}warning: T0231, why: …{"}"}]”.
       *[purpose] Write it so that it fits many gifts: “a sports cup”, without the name.
    }
guessable-patron = Readers may guess who the anonymous patron { $row ->
        [none] “{ $id }”
       *[other] { $row }
    } is: { $where ->
        [home] there is no other patron of its kind from its region
        [year] a gift is the only one of its region in its year
        [object] a gift is the only one of this kind of help in its region
       *[project] nobody else gave for a project
    }{ $gifts ->
        [none] {""}
       *[other] {" "}(gifts unusual enough to be recognised: { $gifts })
    }
    .help = { $where ->
        [home] { $wider ->
            [none] {""}
           *[other] If the patron is from abroad, state “{ $wider }” as its region.{" "}
        }{ $kinds ->
            [none] {""}
           *[other] If another kind truly fits as well, state that; this region has patrons of these kinds: { $kinds }.{" "}
        }If you cannot ask the patron, leave the patron and the gifts out until the region has another patron of this kind.
        [year] If you cannot ask the patron, leave the gift out until the region has another one of that year.
        [object] Leave “object” out, or leave the gift out until the region has another gift with this kind of help.
       *[project] Move the gift from the project into the patron's own record, with “region”, “direction” and “purpose”, or leave it out until the project has another gift.
    } Only if the patron was asked and does not mind, accept the warning in this record: “accept: [{"{"}warning: T0232, why: …{"}"}]”.
gift-before-since = This gift is dated { $date }, but the patron has been giving since { $since }
    .help = Correct the date of the gift, or “since” in the patron's record.
    .other = the first year is here
same-patron = { $what ->
        [former] The former name of “{ $id }” is nearly the present name of “{ $other }”
       *[name] { $other ->
            [none] The anonymous patron “{ $id }” has nearly the same name as a patron who may be named
           *[other] The patrons “{ $id }” and “{ $other }” have nearly the same name
        }
    }
    .help = { $what ->
        [former] If it is one patron, keep one record with the present name, put all gifts under it, and name the former one there. If they are two, accept the warning: “accept: [{"{"}warning: T0228, why: …{"}"}]”.
       *[name] If they are one, keep one record and use its id in all gifts and awards. If they are two, accept the warning: “accept: [{"{"}warning: T0228, why: …{"}"}]”.
    }
    .other = the other one is here
same-gift = { $givers ->
        [others] { $other ->
            [none] All gifts in this record are in that of another patron, too: the same amounts, dates and purposes
           *[other] All gifts in the record of “{ $id }” are in that of “{ $other }”, too: the same amounts, dates and purposes
        }
        [total] This looks like the total row of a sheet, not a gift: { $sum } tenge is what the gifts above it add up to (number of gifts: { $gifts })
        [instalments] A gift seems to be entered twice, as a whole ({ $sum } tenge, { $date }) and in parts: it is exactly what the giver’s other gifts of that time add up to (number of gifts: { $gifts })
        [exchanged] A gift seems to be entered twice: the giver and the amount ({ $sum } tenge) are the same, and in the date ({ $date }) the day and the month are swapped
        [shares] { $status ->
            [both] One joint gift is entered both as given and as pledged, as a whole and as the givers’ shares
           *[one] A joint gift is entered twice, as a whole and as the givers’ shares
        }: the date ({ $date }) is the same, and the shares add up to { $sum } tenge{ $where ->
            [record] . A share is in a giver’s own record
           *[shown] {""}
        }
       *[same] { $sum ->
            [none] { $status ->
                [both] One gift is entered both as given and as pledged: { $givers ->
                    [some] one of the givers
                   *[all] the giver
                }, the date ({ $date }) and what was given are the same
               *[one] A gift is entered twice: { $givers ->
                    [some] one of the givers
                   *[all] the giver
                }, the date ({ $date }) and what was given are the same
            }
           *[other] { $status ->
                [both] One gift is entered both as given and as pledged: { $givers ->
                    [some] one of the givers
                   *[all] the giver
                }, the date ({ $date }) and the amount ({ $sum } tenge) are the same
               *[one] A gift is entered twice: { $givers ->
                    [some] one of the givers
                   *[all] the giver
                }, the date ({ $date }) and the amount ({ $sum } tenge) are the same
            }
        }{ $where ->
            [record] . The other one is in the giver’s own record
            [project] . The other one is in another project
           *[shown] {""}
        }
    }
    .help = { $givers ->
        [others] If this record was begun as a copy of the other, put this patron’s own gifts here instead. If both gave the same, accept the warning here: “accept: [{"{"}warning: T0240, why: …{"}"}]”.
        [total] If it is, delete it: totals count everything twice. If it is a gift, accept the warning here: “accept: [{"{"}warning: T0240, why: …{"}"}]”.
        [instalments] If it is the sum of the others, delete it: totals count it twice. If it was given besides them, accept the warning here: “accept: [{"{"}warning: T0240, why: …{"}"}]”.
        [exchanged] If it is one gift, delete the one with the wrong date. If there were two, accept the warning here: “accept: [{"{"}warning: T0240, why: …{"}"}]”.
        [shares] { $status ->
            [both] If the pledge was kept, delete what is entered as pledged: the gift is already entered as given. If these are different gifts, accept the warning here: “accept: [{"{"}warning: T0240, why: …{"}"}]”.
           *[one] If it is one gift, keep the joint gift or the shares and delete the other: totals count it twice. If these are different gifts, accept the warning here: “accept: [{"{"}warning: T0240, why: …{"}"}]”.
        }
       *[same] { $status ->
            [both] If the pledge was kept, delete the pledge: the gift is already entered as given. If there were two, accept the warning here: “accept: [{"{"}warning: T0240, why: …{"}"}]”.
           *[one] If it is one gift, delete one of the two: totals count it twice. If there were two, accept the warning here: “accept: [{"{"}warning: T0240, why: …{"}"}]”.
        }
    }{ $imported ->
        [none] {""}
       *[other] {" "}If you delete the one that came from a sheet, give its label to the other: “id: { $imported }”. Else the next import writes it again.
    }
    .other = { $givers ->
        [instalments] a part is here
        [shares] a share is here
       *[same] the other one is here
    }
same-project = { $what ->
        [gifts] All gifts of the project “{ $id }” are also in “{ $other }”: the same givers, amounts and dates
        [plan] The planned project “{ $id }” seems to have become “{ $other }”: the title, the region, the givers and the amounts are the same
       *[all] The project “{ $id }” is the same as “{ $other }”: title, region, dates and gifts
        [title] The project “{ $id }” has the title, region and date of “{ $other }”; only the gifts differ
    }
    .help = { $what ->
        [gifts] If one was started as a copy of the other, enter the gifts that belong here. If all were given twice, accept the warning: “accept: [{"{"}warning: T0241, why: …{"}"}]”.
        [plan] If it has been carried out, delete the planned one: its pledges still count. If there are two, accept the warning: “accept: [{"{"}warning: T0241, why: …{"}"}]”.
        [title] If it is one project, delete one of the two: totals count it twice. If there are two, give them different titles, or accept the warning: “accept: [{"{"}warning: T0241, why: …{"}"}]”.
       *[all] If it is one project, delete one of the two: totals count it twice. If there are two, accept the warning: “accept: [{"{"}warning: T0241, why: …{"}"}]”.
    }
    .other = the other one is here
copied-file = This looks like a copy of { $of }{ $there ->
        [no] , which is no longer there
        [same] : both hold the same
        [site] : this folder holds a second copy of the whole site
       *[yes] {""}
    }
    .help = { $there ->
        [no] If this is the one that counts, give it that name. If not, delete it.
        [same] Delete this one.
        [site] Delete this folder. If a file in it is newer, put that one in its own place first.
       *[yes] Compare the two, keep what is right under that name, and delete this one.
    }
unused-copy = This looks like a copy of { $of }, and nothing uses it
    .help = { $same ->
        [yes] Delete it: the two are the same.
       *[no] Compare the two, keep what is right under that name, and delete this one.
    }
after-today = { $what ->
        [gift] This gift is delivered, but its date, { $date }, is still to come
        [project] This project is completed, but the date, { $date }, is still to come
        [start] Work has begun here, but the date, { $date }, is still to come
        [news] The date of this news, { $date }, is still to come
        [award] The date of this award, { $date }, is still to come
       *[other] This date, { $date }, is still to come
    }
    .help = { $what ->
        [gift] Correct the date; or, if it is only promised, write “status: pledged”.
        [project] Correct the date; or write “status: under-way” and delete “completed” until it is done.
        [start] Correct the date; or, if nothing has begun, write “status: planned”.
        [news] Correct the date. An event to come is dated by the day of its announcement; write its own day in the text.
       *[other] Correct the date.
    }
before-first-year = { $what ->
        [gift] The date of this gift, { $date }, is
        [pledge] The date of this pledge, { $date }, is
        [project] The date of completion, { $date }, is
        [start] The date when work began, { $date }, is
        [news] The date of this news, { $date }, is
       *[award] The date of this award, { $date }, is
    } before { $since }, the first year of this site
    .help = Correct the date. If the site covers earlier events, give the earliest year in site.toml: first_year = 1985
year-mistyped = The year of { $date } is probably mistyped
    .help = Correct the date; if it is right, accept the warning: “accept: [{"{"}warning: T0246, why: …{"}"}]”.
overdue-pledge = { $state ->
        [open] This gift was promised for { $date }, long ago, and is still only pledged
       *[completed] The project is completed, but a gift promised for { $date } is still only pledged
    }
    .help = If it was given, delete “status: pledged” and write the date when it was. If it will not come, write “status: withdrawn”: it stays on record, but is not in any total.
same-code = The code “{ $code }” appears twice
    .help = Each region and each district has a code of its own: correct one of the two.
    .other = it is used here first
too-long = This text has { $length } characters; at most { $limit } are allowed here
    .help = Shorten it. Longer text belongs in the text of a page.
unused-patron = No gift, award or text names the patron “{ $id }”
    .help = Add the gift, or delete the record.
cannot-look = This file cannot be searched for the names of anonymous patrons
    .help = Make sure that it names none of them. Text, PDF, DOCX, XLSX and ODT can be searched if they have no password.
private-metadata = This file contains hidden information:{ $place ->
        [no] {""}
       *[first] {" "}the coordinates of a place
    }{ $author ->
        [no] {""}
        [first] {" "}the name of its author
       *[more] , the name of its author
    }{ $camera ->
        [no] {""}
        [first] {" "}the camera
       *[more] , the camera
    }{ $serial ->
        [no] {""}
        [first] {" "}a serial number
       *[more] , a serial number
    }
    .help = Save it again without metadata if readers do not need it.
withdrawn-without-status = { $status ->
        [none] There is a date of withdrawal, but no status is stated
        [delivered] There is a date of withdrawal, but the gift was delivered
       *[other] There is a date of withdrawal, but the status is “{ $status }”
    }
    .help = { $status ->
        [delivered] What was delivered cannot be withdrawn: delete this line. If it was only promised and will not be given, write “status: withdrawn”.
       *[other] A pledge that will not be kept has “status: withdrawn”. If the pledge is still valid, delete this line.
    }
    .other = the status is here
cancelled-without-date = A cancelled project needs the date when it was cancelled
    .help = Add a line “cancelled: 2021-03-15”, or only the year.
of-cancelled-only = { $field ->
        [reason] There is a reason for cancellation, but the status is “{ $status }”
       *[cancelled] There is a date of cancellation, but the status is “{ $status }”
    }
    .help = Write “status: cancelled”, or delete this line.
    .other = the status is here
source-without-address = { $stands ->
        [both] This source has both “url” and “file”
       *[none] This source does not say where it can be read
    }
    .help = { $stands ->
        [both] Keep one of the two lines: “url” for a web page, “file” for a document in content/static/.
       *[none] Add “url: https://…”, or for a document in content/static/ “file: acts/17.pdf”.
    }
no-source-file = There is no file “{ $file }” in content/static/
    .help = Put the document there, or correct its name: “file” is its path inside content/static/.
status-not-said = A gift in a cancelled project does not say whether it was delivered; now it counts as delivered
    .help = Write “status: delivered”, or “status: pledged” if it was only promised: then it is not in any total.
gift-after-cancelling = A gift of { $date } was delivered to a project that was cancelled before: { $cancelled }
    .help = Correct the date that is wrong. If the gift went elsewhere, enter it there.
    .other = the date of cancellation is here
prose-sum = The sum { $sum } is in no record of this project: no gift, no total and no reported figure of it is that
    .help = Write what the records say; or leave the number out: the page shows the totals itself, and they are always right. If it is another sum, say so in “accept”.
names-overlap = Two former names of the region overlap in time: { $first } and { $second }
    .help = “until” is the last day of a name; the next name begins on the day after.
    .other = the other name is here
nothing-corrected = “was” and “now” are the same: nothing was corrected
    .help = Write in “was” what it said before and in “now” what it says today, or delete both lines.
    .other = what it said before
correction-of-anonymous = This correction names a patron who is anonymous: readers would learn who it is about
    .help = Delete it from “records”. If a gift to a project was corrected, name the project: “project/…”.
alias-of-anonymous = A patron who is anonymous has no page, so old addresses lead nowhere
    .help = Delete the line “aliases”.
not-a-former-name = This former name is the same as the present one
    .help = Write here what the patron was called before, or delete the entry.
outside-scope = The portal is about the region “{ $scope }”, but this is in “{ $region }”
    .help = Its amount is in the portal’s total. If the region is wrong, correct it here. If neighbours were helped, accept the warning: “accept: [{"{"}warning: T0264, why: …{"}"}]”; the home page then shows each region apart.
same-text = “{ $id }” and “{ $other }” have the same text (languages: { $langs })
    .help = If it was begun as a copy of the other, write its own text, or delete the file of that language until there is one. If both are to say the same, accept the warning: “accept: [{"{"}warning: T0265, why: …{"}"}]”.
    .other = the other one is here

raw-html = HTML is shown as text: { $html }
    .help = Use Markdown instead, or delete the tags.
link-scheme = Links of this kind are not allowed: { $url }
    .help = Links begin with https://, http://, mailto:, tel:, / or @.
bad-link = This link leads nowhere: { $link }
    .help = { $hint ->
        [none] { $what ->
            [file] Put the file into content/static/, and link to it as /{ $file }.
            [note] A line “[name]: …” holds the address of a link. If a note is meant, write [^1] in the text, and begin the note with “[^1]: ”.
            [several] A link has one address. Keep { $file }, and make a link of its own for each other one.
            [behind] Only the address belongs in the round brackets: { $file }. Put the words into the square ones before it, or behind the link.
           *[none] Link to a record as @project/id, to a web page by its whole address.
        }
       *[other] Write it like this: { $hint }
    }
bad-query = { $reason ->
        [missing] “{ $key }” is missing here
        [unknown-value] “{ $key }” is not known here
        [twice] “{ $key }” appears here twice; there can only be one
        [year] “{ $key }” is not a year
        [several] “{ $key }” is several at once; there can only be one
       *[unknown-key] “{ $key }” cannot be asked for here
    }
    .help = { $reason ->
        [twice] Keep one of the two. For each further one write a sum of its own.
        [year] Write one year, in four digits: year=2017. For several years write a sum for each.
        [several] Keep one of them. For each further one write a sum of its own.
       *[other] { $folder ->
            [none] { $known ->
                [none] {""}
               *[other] There are: { $known }.
            }
           *[other] { $known ->
                [none] {""}
               *[other] There are: { $known }.{" "}
            }What it names is in { $folder }/.
        }
    }
no-alt = { $of ->
        [cover] The picture “{ $file }” at the head of this text has no description in this language
        [gallery] The picture “{ $file }” of the gallery has no description for those who cannot see it
       *[text] The picture “{ $file }” has no description for those who cannot see it
    }
    .help = { $of ->
        [cover] Write in this file: image: {"{"}alt: children in the new gym{"}"}
        [gallery] Say in a few words what it shows, in each language: alt: {"{"}kk: …, ru: …, en: children in the new gym{"}"}
       *[text] Say in a few words what it shows: ![children in the new gym](gym.jpg)
    }
no-picture = There is no picture “{ $file }” beside this text
    .help = { $space ->
        [none] Put the file into the same folder, or correct its name.
       *[other] The file is there, but a space in its name is an unusual one ({ $space }): rename it, with plain spaces.
    }
dead-link = { $what ->
        [draft] “{ $url }” is the address of a draft, which readers do not see
        [made] “{ $url }” is a picture that the site made: its address changes with the picture
        [signs] “{ $url }” leads nowhere: there is a file of this name, but in an address the name ends before “#” or “?”
        [district] “{ $url }” is not there yet: no project, gift or figure names this district
       *[none] There is no “{ $url }” on this site
    }
    .help = { $what ->
        [draft] Delete “draft: true” from it when it is ready, or do not name it until then.
        [made] Put the picture beside this text and show it: ![what it shows](file.jpg). For a link, put it into content/static/.
        [signs] In the address write %23 for “#”, %3F for “?” and %25 for “%”, or take these signs out of the name of the file.
        [district] It gets its page with the first of them. Until then, link to the region: [](@region/{ $region }).
       *[none] If it is on another site, write the whole address: https://…
    }
dead-anchor = { $what ->
        [note] This note mark of a word processor leads nowhere: { $anchor }
       *[none] There is no heading “{ $anchor }” there
    }
    .help = { $what ->
        [note] Write [^1] here, and begin the note itself, on a line of its own, with “[^1]: ”.
       *[none] {""}
    }
drawing-in-text = A chart, table or map needs a paragraph of its own
    .help = Put an empty line before and after it.
mixed-scripts = In the word “{ $word }”, { $script ->
        [latin] the letters “{ $letters }” are Latin, and the others are Cyrillic
       *[cyrillic] the letters “{ $letters }” are Cyrillic, and the others are Latin
    }
    .help = They look alike, but a search does not find the word. Type the word again in one keyboard layout.
unseen-character = { $what ->
        [direction] A character here changes the direction of the text: { $letter }
       *[invisible] A character here cannot be seen: { $letter }
    }
    .help = Delete it and type the word again: a search does not find the word with it.
heavy-picture = This picture is { $size }; anything over { $limit } takes readers too long to load
    .help = Make it smaller before you add it: 2,000 pixels on the long side are enough.
wrong-language = This text should be in { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    }, but it seems to be in { $seems ->
        [kk] Kazakh
        [ru] Russian
        [cyrillic] Kazakh or Russian
       *[en] English
    }
    .help = Put the translation here, or correct the language in the file's name.
mark-left = { $what ->
        [emphasis] Readers see “{ $mark }” here: it made nothing bold or italic
        [strike] Readers see “{ $mark }” here: it struck nothing out
        [link] Readers see “{ $mark }” here: it did not become a link or a picture
        [picture] Readers see “{ $mark }” here: it did not become a picture
        [note] Readers see “{ $mark }” here: it did not become a note mark
        [heading] Readers see “{ $mark }” here: it did not make a heading
        [item] Readers see “{ $mark }” here: it did not make a list
        [number] Readers see “{ $mark }” here: it did not make a list
        [bullet] The sign “{ $mark }” does not make a list: its lines run together
        [space] Readers see “{ $mark }” here: the space after it is an unusual one
        [table] Readers see “{ $mark }” here: these lines did not become a table
        [tabs] Tabs do not make a table: its lines run together
        [task] Readers see “{ $mark }” here: it did not become a checkbox
        [wiki] Readers see “{ $mark }” here: links are not written like that
        [code] Readers see “{ $mark }” here: this code has no end
        [underline] This line makes a heading of all the text above it
        [name] Readers see “{ $mark }” here, and not a name: it did not become a link
        [drawing] Readers see “{ $mark }” here: it did not become a chart, a table or a map
        [late-number] The number “{ $mark }” does not begin a list here: its lines run together
        [task-done] Readers see “{ $mark }” here: it did not become a checkbox
        [front-matter] The file’s fields are inside its text: readers see them from here on
        [backslash] In these quotation marks “{ $mark }” is a sign that nobody sees: the letter behind “\” is lost
        [plain] Readers see “{ $mark }” here: in titles, names and captions such marks have no effect
        [counted] Readers see “{ $shown }” here, not “{ $mark }”: a list counts on from its first number
        [plus] Readers do not see the “+” here: it made an item of a list
        [underline-equals] This line makes a heading of all the text above it
        [equals] Readers see “{ $mark }” here: it did not make a rule
        [note-end] Readers see “{ $mark }” here: it ends no note to colleagues
        [entity] Readers see “{ $mark }” here: a character of HTML ends with “;”
        [address] Readers see “{ $mark }” here: it did not become a link
        [escaped] Readers see “{ $mark }” here: the “\” before it keeps it from being a mark
        [plain-note] Readers see “{ $mark }” here: this note is not joined to its place in the text
        [list-note] Readers do not see the “{ $mark }” of this note: it made an item of a list
        [broken-word] The word “{ $mark }” is broken over two lines: readers see a space in it
        [angle-quotes] Readers see “{ $mark }” here
        [csv] Semicolons do not make a table: its lines run together
        [citation] Readers see “{ $mark }” here: the mark by which a chat program names its source
        [ruled-table] These lines did not become a table: readers see a rule here, and lines that run together
        [columns] Spaces do not make a table: its lines run together
        [dated] This date became the numbers of lists: readers see “{ $mark }” on lines of their own
        [wiki-source] Readers see “{ $mark }” here: this mark belongs to wikis
        [parted] Readers see “{ $mark }” here: there is a space between the signs of the heading
        [more-than] Readers do not see the “>” here: it made a quotation of the line
        [document-comment] Readers see “{ $mark }” here: a comment of the document that this text was copied from
        [private] There is a sign here from a symbol font such as Wingdings ({ $mark }): readers see an empty box
        [link-title] Readers do not see “{ $mark }”: links have no titles here
        [drawing-title] Readers do not see “{ $mark }”: a chart, a table or a map has one caption, the one in the square brackets
        [drawing-brackets] Readers see “{ $mark }” here: it did not become a chart, a table or a map
        [number-sign] Readers see “{ $mark }” here: it did not make a heading
        [narrow] Readers see “{ $mark }” here: that is what a spreadsheet shows where a column is too narrow
        [failed] Readers see “{ $mark }” here: that is what a spreadsheet shows where a formula failed
        [title-again] The text begins with its own title: readers see it twice
        [note-colon] Readers see “{ $mark }” here: this note has no colon behind its mark
       *[foreign] Readers see “{ $mark }” here: this site has no such mark
    }
    .help = { $what ->
        [emphasis] Put one pair of marks around the words, with no space inside: **words**. To show the sign itself, write \ before it. A note below the text is written with [^1].
        [strike] Put one pair of marks around the words, with no space inside: ~~words~~.
        [link] A link is [words](address), a picture ![words](file.jpg): no space between ] and (, and a ) at the end.
        [picture] A picture is ![what it shows](file.jpg). To show the sign itself, write \ before it.
        [note] A note mark is [^1], with no space inside; the note itself is on a line of its own: [^1]: text.
        [heading] Put a space after it: ## Heading. For a hashtag, or the sign itself, write \ before it.
        [item] Put a space after it: “- item”. For direct speech write “— ”.
        [number] Put a space after it: “{ $mark } item”.
        [bullet] Begin each line of the list with “- ”, and put an empty line before the list.
        [space] Delete the space after it and type it again.
        [table] Under its first row a table needs the line |---|---|, with as many parts as it has columns, and an empty line before it.
        [tabs] Write each row as | 2020 | 5 000 |, and under the first one the line |---|---|, with as many parts as the table has columns.
        [task] Begin the line with “{ $shown }”.
        [wiki] Link to a record as [](@project/id), to a page as [words](https://…).
        [code] Put as many ` after the code as before it.
        [underline] If a rule is meant, put an empty line before it.
        [name] Write it like this: []({ $mark }).
        [drawing] Write it like this, in a paragraph of its own: ![]({ $mark }).
        [late-number] Put an empty line before the list.
        [task-done] Begin the line with “- [x] ”, with the Latin letter x.
        [front-matter] Fields go at the beginning of the file, between its two lines ---. Move them there, or delete them if they are there already.
        [backslash] Put the text in single quotation marks '…', or write “\\” for “\”, or “/” if that was meant.
        [plain] Write the words alone, and signs such as « or & as they are.
        [counted] If these are years or other numbers, begin each line with “- ” and write no full stop after the number: “- 2021: …”. In a list, write the numbers in their order.
        [plus] Write the number without a space after it: “+7 …”.
        [underline-equals] Delete it: it may be left of two versions of this text. If a rule is meant, write --- with an empty line before it.
        [equals] Delete it: it may be left of two versions of this text. If a rule is meant, write --- with an empty line before it.
        [note-end] Write {"<"}!-- where the note begins, or delete it. For an arrow write →.
        [entity] Write the sign itself: { $shown }
        [address] Write it like this: { $shown }
        [escaped] Delete the “\” signs; programs put them in when a text is copied.
        [plain-note] Write [^1] in the text, and begin the note with “[^1]: ”.
        [list-note] Write [^1] in the text, and begin the note with “[^1]: ”.
        [broken-word] Write the word in one line, and the hyphen only if it belongs to the word.
        [angle-quotes] Write the quotation mark itself: { $shown }
        [csv] Write each row as | 2020 | 5 000 |, and under the first one the line |---|---|, with as many parts as the table has columns.
        [citation] Delete it. If the source is known, link to it: [words](https://…).
        [ruled-table] Write each row as | 2020 | 5 000 |, and under the first one the line |---|---|, with as many parts as the table has columns.
        [columns] Write each row as | 2020 | 5 000 |, and under the first one the line |---|---|, with as many parts as the table has columns.
        [dated] Write it without spaces: { $shown }
        [wiki-source] Write it like this: { $shown }
        [parted] Write it like this: { $shown }
        [more-than] Say it in words, “more than { $shown }”, or write \>{ $shown }. If this is a quotation, put a space after the sign: “> { $shown }”.
        [document-comment] Delete such comments, and their marks in the text.
        [private] Write the sign as text instead, such as → or ✓, or delete it. An item of a list begins with “- ”.
        [link-title] Write it into the text, or delete it: [words](address).
        [drawing-title] Write all of it in the square brackets, or delete it.
        [drawing-brackets] Write it like this, in a paragraph of its own: { $shown }
        [number-sign] Delete the sign, or write “№” for a number in a list. For a heading put a space after it: ## 2020.
        [narrow] Widen the column in the spreadsheet, and copy the number again.
        [failed] Correct the formula in the spreadsheet, and copy the value again.
        [title-again] Delete this line: the title at the top of the file is shown above the text.
        [note-colon] Write it like this: { $shown }
       *[foreign] Delete it, or say it in other words. To show the sign itself, write \ before it.
    }
note-uncalled = { $what ->
        [address] Nothing uses the address “{ $note }”: readers do not see this line
        [address-twice] The address “{ $note }” is here again: links lead to the first one only
        [twice] The note “{ $note }” is here again: readers see only the first one
       *[uncalled] Nothing refers to the note “{ $note }”: readers do not see it
    }
    .help = { $what ->
        [address] Write [{ $note }] in the text where the link belongs. If this is a sentence, write \ before the bracket.
        [address-twice] Keep one of the two, or give this one another name, here and where it is used.
        [twice] Give this one another name, here and where it is used.
       *[uncalled] Write [^{ $note }] in the text where it belongs, or delete it.
    }
    .other = the first one is here
note-missing = { $what ->
        [alike] There is no note “{ $note }”, only one whose name looks the same: readers see [^{ $note }]
        [empty] The note “{ $note }” has no text
       *[none] There is no note “{ $note }”: readers see [^{ $note }]
    }
    .help = { $what ->
        [alike] Type the name again in one keyboard layout, here and at the note.
        [empty] Write its text behind the colon, or delete it and its mark in the text.
       *[none] Write it on a line of its own: “[^{ $note }]: text”, or correct the name.
    }
cells-lost = Cells in this row: { $cells }, columns of the table: { $columns }. Readers do not see the rest
    .help = Add a column to the first row and to the line under it. A bar that belongs to the text is written as \|
cells-missing = Cells in this row: { $cells }, columns of the table: { $columns }
    .help = { $what ->
        [broken] The row goes on in the next line: join the two.
       *[short] Write the others too, even if they are empty: | 1 | |. If the line is not a row, put an empty line before it.
    }
text-in-code = { $what ->
        [fence] The code that begins here has no end: all the rest of the text is shown as code
       *[indent] The four spaces before this text make readers see it as code
    }
    .help = { $what ->
        [fence] End it with a line of the same signs, or delete this line.
       *[indent] Delete the spaces at the beginning of the line.
    }
unclosed-comment = { $what ->
        [nested] A note to colleagues begins here inside another one: readers would see what follows its -->
        [escaped] Readers would see the note to colleagues that begins here: its signs are not written as they are
       *[open] The note to colleagues that begins here has no end: readers would see it
    }
    .help = { $what ->
        [nested] Delete this {"<"}!-- and the first --> after it.
        [escaped] Begin the note with {"<"}!-- and end it with -->, without \ and &.
       *[open] Write --> after it.
    }
broken-picture = { $what ->
        [lfs] This is not the file itself but a Git LFS pointer to it
        [empty] { $sort ->
            [document] This document is empty: there is nothing in its file
           *[picture] This picture is empty: there is nothing in its file
        }
        [cut] This picture is cut off: the end of its file is missing
        [other] The extension of this picture belongs to another format; the picture is really { $format }
        [unshown] This picture is in the format { $format }, which browsers do not show
        [none] { $sort ->
            [document] This file has the extension of a document, but it is not one
           *[picture] This file has the extension of a picture, but it is not one
        }
        [size] This picture has no size: { $width } × { $height } pixels
       *[large] This picture has { $width } × { $height } pixels: many phones cannot show it
    }
    .help = { $what ->
        [lfs] Run “git lfs pull”; in a workflow of GitHub, write “lfs: true” under actions/checkout.
        [other] Rename the file: its name should end in .{ $format }
        [unshown] Save it as JPEG, with a name that ends in .jpg
        [large] Make it smaller: 2,000 pixels on the long side are enough.
       *[none] { $sort ->
            [document] Open the file: if a program says that it is damaged, save it again from where it came.
           *[picture] Open the file: if it shows no picture, save it again from where it came.
        }
    }
unfit-picture = { $what ->
        [lfs] This is not the picture itself but a Git LFS pointer to it
        [empty] This picture is empty: there is nothing in its file
        [cut] This picture is cut off: the end of its file is missing
        [unshown] This picture is in the format { $format }, which browsers do not show
        [size] This picture has no size: { $width } × { $height } pixels
        [pixels] This picture has { $width } × { $height } pixels: at most 60 million can be prepared for pages
        [bytes] The file of this picture is larger than 25 MB
        [moves] This picture is an animation: a still picture is needed here
        [unread] This picture cannot be read: its file is damaged
       *[none] This file has the extension of a picture, but it is not one
    }
    .help = { $what ->
        [lfs] Run “git lfs pull”; in a workflow of GitHub, write “lfs: true” under actions/checkout.
        [unshown] Save it as JPEG, with a name that ends in .jpg. On an iPhone: Settings → Camera → Formats → Most Compatible; in Photos: File → Export → JPEG.
        [pixels] Make it smaller: 2,000 pixels on the long side are enough.
        [bytes] Make it smaller: 2,000 pixels on the long side are enough.
        [moves] Save one frame of it as JPEG or PNG; put the animation into content/static/ and link to it.
       *[none] Open the file: if it shows no picture, save it again from where it came.
    }
small-picture = This picture is only { $width } pixels wide: it will be blurred
    .help = Take one at least { $least } pixels wide; 1,600 or more is best. Chat apps shrink pictures: ask for the original file.
active-drawing = { $what ->
        [script] This drawing (SVG) contains a script in line { $row }: it would run as part of the site
        [link] This drawing (SVG) leads to another file or site in line { $row }
        [foreign] This drawing (SVG) contains something that is not a drawing in line { $row }, such as a page or a film
        [large] This drawing (SVG) is too large to be checked: more than 16 MiB, or a million parts
       *[broken] This file is not an SVG drawing in well-formed XML and UTF-8, or it defines its own entities (see line { $row }): a browser may show something else
    }
    .help = { $what ->
        [large] Simplify it in a drawing program, or publish it as PNG.
       *[other] Save it as “Plain SVG” or “Optimised SVG” in a drawing program, with pictures embedded, or publish it as PNG.
    }
hidden-host = This address leads to “{ $host }”: what comes before “@” is a name, not a site
    .help = Delete everything between // and @.
doubtful-host = The letters of “{ $host }” look like those of another site
    .help = Make sure that this site is meant, and type its address again in one keyboard layout.
local-address = “{ $host }” is this computer or its own network: readers cannot open this address
    .help = Give the address of the page within the site.
bad-alias = “{ $value }” cannot be an old address: { $reason ->
        [long] it is too long
        [sign] “{ $sign }” cannot be part of an address
        [several] these are several addresses in one
        [quotes] the quotation marks would be part of it
        [host] it begins with the name of a site
       *[query] the part from “?” or “#” onwards cannot be kept by a site like this
    }
    .help = { $reason ->
        [long] A part between two slashes can have at most { $limit } letters.
        [sign] Letters of all alphabets, digits, spaces and most punctuation marks are allowed there.
        [several] Put a comma between them, and no quotation marks around all of them.
        [quotes] Write it without quotation marks.
        [host] Write only what comes after the name, from its “/” on. It works if that name leads to this site now.
       *[query] Write only what comes before it, and only if no other page had that address.
    }
lost-letters = { $what ->
        [question] “{ $mark }”: letters seem to be lost, with a question mark in place of each
        [replacement] “{ $mark }”: a letter could not be read here, and readers see � in its place
       *[encoding] “{ $mark }” was read in a wrong encoding: it was “{ $shown }”
    }
    .help = { $what ->
        [question] Copy the text again from a program that has all Kazakh letters. If a question ends here, put a space after “?”.
        [replacement] Type the letter again, or copy the text again from where it is whole.
       *[encoding] Open the original as UTF-8 and copy the text again; the rest of it is probably read wrongly, too.
    }

no-theme = There is no theme “{ $theme }”
    .help = Themes are folders of themes/ with a file theme.toml.
template = This template cannot be used: { $reason }
message-file = This message cannot be used: { $reason }
render = The page { $page } cannot be made: { $reason }
theme-circle = The theme “{ $theme }” is its own parent
message-missing = The message “{ $id }” is missing in the language “{ $lang }”
    .help = Add it to the files of that language.
message-forgets = The message “{ $id }” does not use “${ $variable }”, as the language “{ $lang }” does
    .other = here it does
message-invents = The message “{ $id }” uses “${ $variable }”, which the language “{ $lang }” does not
    .other = here it does not
message-twice = The message “{ $id }” appears twice in this language
    .other = first here
message-unused = Nothing shows the message “{ $id }”
    .help = Delete it in all languages, or check its name.
message-unknown = There is no message “{ $id }”
message-not-literal = A template names a message by its own name in quotation marks
    .help = Write t(id="name"), and choose inside the message.
message-not-given = The message “{ $id }” needs “{ $variable }”, which is not given here
message-lacking = The theme lacks the message “{ $id }”, for which the program asks
    .help = Add it in every language: to the theme’s locales/ or to content/locales/.
translation-of-nothing = There is no text in the language “{ $lang }” that this one could be translated from
    .help = Name the language of the original, or leave “source” out.

sums-differ = The totals do not agree ({ $axis }): they add up to { $sum }, but the overall total is { $whole }. This is a mistake in the program, not in the content

# Outlines
no-outlines = There is no file “{ $file }” with outlines in content/
    .help = Name a file of this site whose name ends in .geojson: outlines = "content/outlines.geojson".
outline-json = This is not valid JSON
    .help = Export the file again; do not fix it by hand.
outline-form = { $reason ->
        [not-a-collection] Outlines are a GeoJSON “FeatureCollection”, and this is not one
        [no-feature] This is not a GeoJSON feature
        [no-id] This outline does not say which region it belongs to
        [no-polygon] A region's outline is a “Polygon” or a “MultiPolygon”
       *[no-rings] The coordinates of this outline are not closed rings of positions
    }
    .help = { $reason ->
        [no-id] Add the region's id to its properties: "properties": {"{"}"id": "abai"{"}"}.
       *[other] Export the regions as polygons in the format GeoJSON (WGS 84).
    }
outline-range = This position is not on the globe
    .help = A position is [longitude, latitude] in degrees: [71.4, 51.1].
outline-missing = The region “{ $id }” has no outline: it is left out on maps
    .help = Add its outline to the file, or remove “outlines” from site.toml.

did-you-mean = Did you mean { $names }?
could-mean = “{ $text }” could be { $names }: say which one
severity-error = error
severity-warning = warning
summary-errors = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }
summary-warnings = { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
summary-hidden = { $hidden ->
        [one] { $hidden } more is not shown
       *[other] { $hidden } more are not shown
    }
repeated = the same in { $times ->
        [one] { $times } more place
       *[other] { $times } more places
    }
repeated-at = the same in { $times ->
        [one] { $times } more place
       *[other] { $times } more places
    } of this file: { $places }
repeated-in-files = and { $times } more: { $places }
list-or = or

word-secret = a word of this name
word-site = the site
word-import = import.toml
word-import-read = [read] of import.toml
word-import-default = [default] of import.toml
word-import-meant = [meant] of import.toml
word-theme = the theme
word-region = a region
word-population = the population
word-former-name = a former name
word-district = a district
word-direction = a direction
word-object-kind = a kind of help
word-object = kind of help
word-patron = a patron
word-own-contribution = a patron's own contribution
word-contribution = a contribution
word-contribution-source = the source of a gift
word-award = an award
word-category = a category
word-recipient = a recipient
word-figure = a reported figure
word-former-patron-name = a former name
word-correction = a correction
word-edition = an edition of the data
word-edition-change = a changed sum
word-record-name = a record by its kind and id, such as “project/new-school” (region, direction, object, patron, award, project, news or page),
word-amount-or-localised = an amount, or a text in several languages,
word-breakdown = a row with one of “object”, “direction” or “label”
word-source = a source
word-write-up = a text
word-project = project
word-news = news
word-page = page
word-acceptance = an accepted warning
word-file-acceptance = an accepted warning for a file
word-translation-source = the source of a translation
word-image = a picture
word-portrait = a text about a patron or region
word-localised = a text in several languages, {"{"}kk: …, ru: …, en: …{"}"},
word-localised-toml = a text in several languages, {"{"}kk = "…", ru = "…", en = "…"{"}"},
word-text = a text
word-number = a number
word-fraction = a fraction
word-amount = an amount
word-date = a date
word-list = a list
word-fields = a group of fields
word-yes-or-no = “true” or “false”
word-nothing = nothing
word-cell = a cell of the map, [column, row],
word-location = a place, [latitude, longitude],
word-picture = the name of a picture beside the text (jpg, png, webp, avif or gif)
word-static-file = the path of a file inside content/static/
word-source-form = a source with its title, {"{"}title: …, url: https://…{"}"},
word-alias = an old slug, or an old address that begins with “/” and has no “?” or “#” in it,

quoted = “{ $name }”
write = Write: { $text }
write-line = Write the line like this: { $text }
lookalike = Look closely: { $letters }
lookalike-letter = { $kind ->
        [cyrillic] “{ $letter }” is a Cyrillic letter ({ $code }) among Latin ones
        [latin] “{ $letter }” is a Latin letter ({ $code }) among Cyrillic ones
        [invisible] there is a character that cannot be seen ({ $code })
        [direction] there is a character that changes the direction of the text ({ $code })
       *[space] there is an unusual space ({ $code })
    }

# What the commands say themselves.
cli-error = error: { $text }
cli-use-unknown = there is no option { $arg }
cli-use-command = there is no command { $arg }
cli-use-value = { $arg }: “{ $value }” is not allowed
cli-use-no-value = { $arg }: a value is missing
cli-use-no-more = { $arg }: one value too many
cli-use-missing = { $arg } must be given
cli-use-conflict = { $arg } and { $other } cannot be given together
cli-use-twice = { $arg } is given twice
cli-use-known = It can be: { $known }
cli-use-help = {"  "}How to use it: { $command }
cli-done = { $what ->
        [built] Built
       *[checked] Checked
    }: { cli-pages } in { cli-languages } from { cli-records }; { $amount } delivered in total; { summary-warnings }{ cli-done-accepted }; { $time }
cli-pages = { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }
cli-languages = { $languages ->
        [one] { $languages } language
       *[other] { $languages } languages
    }
cli-records = { $records ->
        [one] { $records } record
       *[other] { $records } records
    }
cli-accepted = { $place }: { $code } accepted: { $why }
cli-namesakes = { $files ->
        [one] { $files } file shows
       *[other] { $files } files show
    } a name shared by a patron who may be named and an anonymous one
cli-done-accepted = { $accepted ->
        [0] {""}
        [one] ; { $accepted } warning accepted
       *[other] ; { $accepted } warnings accepted
    }
cli-in = { $line }; in { $out }{ $changed }
cli-changed-no-page = ; no page has changed
cli-changed-pages = ; pages: { $new } new, { $changed } changed, { $gone } gone
cli-changed-total = ; delivered in all: { $was } → { $now }
cli-changed-pledged = ; pledged in all: { $was } → { $now }
cli-example-address = The address is an example, { $url }: put the real one into base_url in site.toml, or give --base-url.
cli-samples-shown = Samples are shown: records that are invented. To leave them out, give --samples hide.
cli-nothing-made = Nothing was written
cli-nothing-written = Nothing was written: { $out } is unchanged
cli-no-folder = there is no folder { $path }
cli-milliseconds = { $time } ms
cli-seconds = { $whole }.{ $tenth } s
cli-step-prepare = read, load, link, add up, plan
cli-step-inspect = look closer
cli-step-render = render
cli-step-write = render and write
cli-step-replace = replace the last output
cli-number = { $number }
cli-phase-read = reading
cli-phase-load = parsing
cli-phase-guard = names that must not be shown
cli-phase-link = linking
cli-phase-pictures = photographs
cli-phase-totals = adding up
cli-phase-plan = planning
cli-phase-theme = theme
cli-phase-settle = mistakes and acceptances
cli-phase-inspect = looking closer
cli-phase-render = rendering
cli-phase-write = rendering and writing
cli-phase-replace = replacing the last output
cli-column-phase = phase
cli-column-milliseconds = ms
cli-column-kind = kind of file
cli-column-files = files
cli-column-bytes = bytes
cli-column-making = making, ms
cli-column-putting = writing, ms
cli-column-making-each = making one, µs
cli-progress-prepare = Reading the content…
cli-progress-revision = Reading the content from git…
cli-progress-inspect = Looking closer…
cli-progress-render = Checking pages and files: { $done } of { $total }
cli-progress-write = Making pages and files: { $done } of { $total }
cli-progress-replace = Putting the new site in place…
cli-progress-digest = Looking for what has changed…
cli-progress-deploy = Deploying: { $done } of { $total }

# What changed between two states of a site.
diff-title = What changes in the figures
diff-nothing = No figure has changed
diff-not-stated = not stated
diff-row = { $of ->
        [joint] joint gifts
       *[not-stated] not stated
    }
diff-no-district = { $region }, district not stated
diff-name = { $name }{ $state ->
        [new] {" "}(new)
        [gone] {" "}(gone)
       *[changed] {""}
    }
diff-whole = { $what ->
        [delivered] Delivered in all
        [pledged] Pledged in all
        [all-projects] Projects
        [named-patrons] Named patrons
        [contributions] Gifts delivered in all
        [without-amount] Gifts delivered in all whose amount is not stated
        [projects] Projects with gifts delivered
        [patrons] Patrons of gifts delivered
        [pledged-contributions] Gifts pledged in all
        [pledged-without-amount] Gifts pledged in all whose amount is not stated
        [pledged-projects] Projects with gifts pledged
       *[pledged-patrons] Patrons of gifts pledged
    }
diff-what = { $what ->
        [delivered] delivered
        [pledged] pledged
        [contributions] gifts delivered
        [without-amount] gifts delivered whose amount is not stated
        [projects] projects with gifts delivered
        [patrons] patrons of gifts delivered
        [pledged-contributions] gifts pledged
        [pledged-without-amount] gifts pledged whose amount is not stated
        [pledged-projects] projects with gifts pledged
       *[pledged-patrons] patrons of gifts pledged
    }
diff-from-to = { $was } → { $now }
diff-from-to-by = { $was } → { $now } ({ $by })
diff-heading = { $of ->
        [region] Regions
        [year] Years
        [direction] Directions
        [object] Kinds of help
        [district] Districts
        [from] Home regions of patrons
        [patrons] Patrons
        [projects] Projects
       *[moves] Moved
    }
diff-column = { $of ->
        [was] Was
        [now] Is now
       *[by] Difference
    }
diff-patrons-less = Named patrons: { $count } fewer
diff-unnamed-patrons = { $count ->
        [one] { $count } patron has changed and is not named here: the content as it is now does not name this patron
       *[other] { $count } patrons have changed and are not named here: the content as it is now does not name them
    }
diff-unnamed-rows = { $count ->
        [one] { $count } other row has changed and is not shown here: it would give away a patron who is no longer named
       *[other] { $count } other rows have changed and are not shown here: they would give away a patron who is no longer named
    }
diff-unnamed-projects = { $count ->
        [one] { $count } project has changed and is not named here: it is called after, or was helped by, a patron who is no longer named
       *[other] { $count } projects have changed and are not named here: they are called after, or were helped by, a patron who is no longer named
    }
diff-more = … and { $count } more
diff-moved-project = { $project }: { $from } → { $to }
diff-moved-gift = { $project }: { $amount } { $status ->
        [pledged] pledged
       *[delivered] delivered
    }, { $from } → { $to }
diff-files = Pages: { $new } new, { $changed } changed, { $gone } gone; other files: { $others }
diff-draft = Write the reasons, and delete whatever was not a mistake: a new gift is not one.
diff-draft-pledged = pledged: { $amount }
diff-draft-hidden = No draft is written: what changed would show what a patron who is no longer named gave. If a published figure was wrong, write the correction by hand and name only its region
diff-no-draft = No published amount has changed: there is nothing to correct
diff-kept = Kept: { $path }
diff-nothing-to-keep = There is nothing to keep: both states are the same edition
diff-unknown = { $name }: there is no output folder, manifest or revision with this name
diff-ambiguous = { $name } is a revision, and there is { $manifest } as well: write ./{ $name } for what is in the folder, or { $name }~0 for the revision
diff-no-manifest = the folder { $out } has no manifest beside it ({ $manifest }): build it again, and it is written
diff-revision-errors = { $errors ->
        [one] the content of { $name } has { $errors } error
       *[other] the content of { $name } has { $errors } errors
    }, so its figures cannot be worked out
diff-content-errors = { $errors ->
        [one] the content has { $errors } error
       *[other] the content has { $errors } errors
    }, so its figures cannot be worked out; “tagzym check” shows them
diff-now-errors = { $errors ->
        [one] the content as it is now has { $errors } error
       *[other] the content as it is now has { $errors } errors
    }, so it is not known who may be named; “tagzym check” shows them
manifest-not-one = { $path } is not the manifest of a build
manifest-other-form = { $path } was written by another version of the program (form { $form }): build the site again with this one
manifest-broken = { $path } is broken, at line { $line }, column { $column }: build the site again, and it will be written afresh
git-none = the program git, which reads revisions, cannot be run: { $reason }
git-no-repository = { $name }: there is no such folder or file, and it cannot be a revision either: the folder of the site is not in a git repository
git-shallow = { $name }: there is no such folder or file, and as a revision it is not in this copy of the repository, which has only the newest commits (a shallow clone): fetch the others with “git fetch --unshallow”; in CI set fetch-depth: 0 (GitHub) or GIT_DEPTH: 0 (GitLab)
git-no-site = { $name }: there is no site.toml in this folder at that time
git-failed = { $name }: git says: { $reason }

cli-not-ours = the folder { $path } contains files that this program did not make; choose another output folder, or empty this one
cli-not-a-folder = { $path } is a file, or a link that does not lead to a folder; choose another output folder
cli-holds-site = the output folder { $path } would replace the site's own folder { $other }; choose another output folder
cli-inside-site = the output folder { $path } is inside { $other }, which the site is read from; choose another output folder
cli-bad-path = a file of the site cannot have the path { $path } in the output folder
cli-taken = two files of the site need the same place in the output folder: { $path }
cli-in-the-way = { $path } stands where a file or a folder of the site has to be, and “tagzym deploy” did not put it there: move it elsewhere or delete it, then deploy again
cli-folder-in-the-way = the folder { $path } stands where a file of the site has to be, and its contents were not put there by this program: move it elsewhere or delete it, then build again
cli-not-carried = { $path } was put into the output folder by somebody else, and cannot be brought along into the new site: { $reason }. Give yourself permission to read it, or move it elsewhere or delete it, then build again
cli-not-a-manifest = { $path } is not the manifest of a build, and a build would write its own in its place: move it elsewhere or delete it, or choose another output folder with --out
cli-left = The new site is in place, but the old one could not be removed completely: { $reason }. What is left of it is published nowhere; delete it as its owner or as an administrator: { $path }
cli-waits = Another build is writing into { $path }{ cli-process }: waiting for it to end
cli-busy = another build is still writing into { $path }{ cli-process }; let it end, or stop it, and build again
cli-process = { $process ->
        [unknown] {""}
       *[other] {" "}(process { $process })
    }
cli-carried = Left as it was, since this program did not put it there: { $names }
cli-replaced = Files of the site now stand in place of what this program had not put there: { $names }
cli-in-place = { $path } cannot be replaced as a whole (something is mounted there, or the folder around it cannot be written to), so files were replaced one by one: new ones first, then changed ones, and what is gone was removed last
cli-in-part = { $reason }; some files of the site are new by now and some are old: set this right and build again
cli-no-manifest = { $reason }; the site is in place all the same, but { $stands ->
        [old] the manifest beside it is still that of an earlier build: do not compare with it
       *[none] there is no manifest beside it, by which “tagzym diff” could tell what has changed
    }
cli-not-an-output = { $path } is not a folder that “tagzym build” made: build first, or name the output with --out
cli-deployed = Deployed to { $to }: { $new } new, { $changed } changed, { $gone } removed; { $same } were there already
cli-deployed-nothing = Nothing to do: { $to } already has all { $same } files as they are
cli-deploy-would = { $to } would get { $new } new and { $changed } changed files, and { $gone } would be removed; { $same } are there already. What would be removed is not listed: an address can be a name
cli-deploy-line = { $what ->
        [new] new
        [theirs] new, in place of somebody else’s:
       *[changed] changed
    } { $path }
cli-deploy-in-site = { $path } belongs to the site itself ({ $root }), whose files must not be mixed with published ones: choose an empty folder, or one elsewhere
cli-deploy-left-out = Not deployed, since these are links or special files, or have names that an address cannot have: { $names }
cli-deploy-overlaps = { $path } is the output itself, or in it, or around it: choose another folder to deploy to
cli-deploy-busy = another deployment to { $path } is under way; let it end, and deploy again
cli-deploy-taken = { $path } has files that “tagzym deploy” did not put there ({ $names }): choose an empty folder, or add --take-over; then files with the paths of ours are replaced and all others stay
cli-deploy-record = { $path }: the record of what was deployed, .tagzym/files.json, is broken; delete it and deploy with --take-over
cli-deploy-other-form = { $path }: the record of what was deployed, .tagzym/files.json, was written by another version of the program (form { $form })
cli-deploy-not-whole = the output is not what its manifest { $manifest } says, so a part of it may be old: build again, then deploy. If the manifest cannot be written there, delete it
cli-deploy-meddled = { $file } in the output changed while it was being deployed: build again, then deploy
cli-deploy-ended = { $reason }; { $path } now has part of the new files, and every old one that is still linked to: set this right and deploy again, and it will go on from there
cli-deploy-packed = --gzip is for object storage; from a folder files are served by a program, nginx or Caddy, that packs them itself: leave --gzip out
cli-storage = { $why ->
        [not-built-in] this program was compiled without object storage: compile it by “cargo build --release --features object-store”, or deploy to a folder
        [unknown-kind] what --to says is neither a folder nor an address of object storage: write s3://bucket/folder, gs://bucket/folder or az://container/folder
        [secret] the address in --to holds a key, a password or a part after “?” or “#”, and would show it in logs: leave that out and set the key in the environment (docs/publishing.md tells the variables)
        [settings] a setting of the storage in the environment (AWS_…, GOOGLE_… or AZURE_…) is missing or wrong: docs/publishing.md tells them
        [no-key] no key for the storage was found: for S3 set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment or write the key into ~/.aws/credentials; for Google and Azure see docs/publishing.md
        [key-refused] the storage refuses this key: see whether it is the right one, still holds, and may list, read, write and delete there
        [no-bucket] there is no such bucket or container
        [no-answer] there is no connection to the storage: see whether you are online and whether its address in the environment is right (AWS_ENDPOINT_URL; one with http:// needs AWS_ALLOW_HTTP=true)
        [too-slow] the storage did not answer in time
        [cut-off] the connection to the storage broke off
        [answered] the storage answers with the error { $status }
        [bad-name] the storage takes no object of this name
       *[other] the storage refuses
    }
cli-old-stays = the new site is in place, but { $path } could not be removed: { $reason }
cli-disk = { $doing ->
        [find] this was not found
        [look-into] the folder cannot be looked into
        [make] the folder cannot be made
        [remove] this cannot be removed
        [move] this cannot be moved
        [write] this cannot be written
        [read] this cannot be read
        [copy] this cannot be copied
       *[other] the disk refused
    }: { $path }: { $reason }
cli-reason-permission = you do not have permission (its owner or an administrator can give it)
cli-reason-not-plain = this is not an ordinary file
cli-reason-missing = it is not there
cli-reason-not-a-folder = there is a file in place of one of these folders
cli-reason-full = the disk is full
cli-reason-quota = your disk quota is used up
cli-reason-read-only = the disk cannot be written to
cli-reason-handles = too many files are open at once
cli-reason-name = the name is too long
cli-reason-in-use = the port is in use
cli-reason-not-own = this computer has no such address

# Help: what commands and options are for.
import-blank = blank row
import-no-table = no table of gifts or patrons was found on this sheet
import-before-head = title above the table
import-head = table header
import-repeated-head = repeated header
import-numbering = numbers of the columns
import-total-row = row of totals
import-section = the name of a region as a heading: the rows below need the region in a column of their own
import-caption = “{ $value }”: not a gift: a caption, section heading or signature
import-hidden-left-out = a hidden row: left out by an answer in import.toml (hidden = "skip")
import-left-out = left out by an answer in import.toml
import-known = this gift is on record already
import-known-patron = this patron is on record already
import-listed-before = this patron is in an earlier row
import-no-patron = the giver is missing; if there is no name, write “Anonymous” into the cell, or, if it is so in all empty cells, patron = "Anonymous" into [default] of import.toml
import-no-amount = there is no amount; if it was not money, write what was given into a column “Gift in kind: what”
import-no-date = there is no date; if it is the same for all rows, write it into [default] of import.toml
import-no-region = there is no region; if it is the same for all rows, write it into [default] of import.toml
import-no-direction = there is no direction; if it is the same for all rows, write it into [default] of import.toml
import-no-purpose = it is not stated what the gift was for; if it is the same for all rows, write it into [default] of import.toml
import-formula = “{ $value }”: the formula in the cell gives an error
import-bad-amount = “{ $value }” is not an amount, or can mean two things: write whole tenge, such as 1 250 000
import-zero-amount = “{ $value }”: the amount is zero or less
import-other-currency = “{ $value }” is not tenge; write the amount in tenge at that day’s rate
import-bad-date = “{ $value }” is not a date: write 2024-03-05, 2024-03 or 2024
import-bad-status = “{ $value }”: write delivered, pledged or withdrawn
import-bad-consent = “{ $value }”: it is not clear whether there is consent to be named; write yes or no
import-bad-kind = “{ $value }”: the kind of patron is not clear; write person, company, fund, association or group
import-bad-source = “{ $value }”: a link begins with https://
import-unknown = “{ $value }”: { $field ->
        [region] the portal has no such region; say in import.toml which region it is
        [direction] the portal has no such direction; say in import.toml which direction it is
       *[other] the portal has no such record; say in import.toml which one is meant
    }
import-unknown-district = “{ $value }”: no such district in { $within }; say in import.toml which one it is, or "none" if none
import-bad-answer = “{ $value }”: the answer to it in import.toml is not an id or name that the portal knows
import-object-instead = “{ $value }” in this column is not a direction but a kind of help: it is kept as that; state the direction, too: if it is the same for all rows, direction = "…" in [default] of import.toml, if not, an answer to each word in [meant.direction]
import-joint-without-project = “{ $value }”: a joint gift can be recorded only in a project; name the project, or give each one’s share a row of its own
import-several-in-row = “{ $value }”: in a list, each patron has a row of its own
import-several-names = “{ $value }” seems to name several patrons; give each one’s share a row of its own, or, if it is a joint gift to a project, separate the names by semicolons (;) and state the project
import-not-to-be-written = nothing can be added safely to { $value }: its fields are not each on a line of their own
import-tiyn = “{ $value }” has tiyn; say how it is to be written in whole tenge
import-rounded = “{ $value }” seems to be rounded; say the exact amount
import-thousands = “{ $value }”: the column seems to count in thousands or millions; if so, write unit into [read] of import.toml
import-unclear-mark = “{ $value }”: it is not clear whether the mark separates thousands or decimals
import-unclear-date = “{ $value }”: it is not clear which date this is
import-future = { $value } is still to come, and the gift counts as delivered; if it is a promise, write “pledged” as its status
import-hidden = the row is hidden; if it is wanted, write hidden = "take" into [read] of import.toml, if not, "skip"
import-merged-amount = “{ $value }”: the amount stands for several rows (a merged cell); give each row its own
import-two-amounts = “{ $value }”: two columns hold amounts; say in [columns] of import.toml which of them is meant, and write none for the other
import-small = “{ $value }” is very little for a gift; is it in thousands or millions?
import-ditto = “{ $value }” stands for what is above; write the value in full
import-several = “{ $value }” can mean several records
import-near = “{ $value }”: no exact match{ $field ->
        [region] {" "}among regions
        [district] {" "}among districts
        [direction] {" "}among directions
        [object] {" "}among kinds of help
        [project] {" "}among projects
       *[other] {""}
    }, but a similar one
import-sounds-alike = “{ $value }”: it is not certain who this is: there are names that sound alike, in different regions; say which patron is meant, or that it is a new one
import-district-instead = “{ $value }” is not a region but a city or a district; say in import.toml which region it is in
import-near-unnamed = “{ $value }”: the portal or another row has a name like this that must not be shown; look it up, and say whether it is that patron or a new one
import-unclear-kind = “{ $value }”: it is not clear whether this is a person or an organisation; give the kind of patron
import-unclear-yes = “{ $value }”: the heading does not tell what yes and no mean; write “public” if the name may be shown, “anonymous” if not
import-unread-yes-no = the column “{ $value }” is not read, but its cells say yes or no. If it tells whether the patron may be named, write "consent" for it into [columns] of import.toml; if not, write "none"
import-seems-pledged = “{ $value }” seems to say that the gift is only promised, and it would count as delivered; say which it is
import-asks-not-to-be-named = “{ $value }” seems to ask that nobody be named; readers do not see this text; say whether the patron may be named
import-unnamed = “{ $value }” is not a name; in [meant.patron] of import.toml write the id of the patron on the portal, or "Anonymous" if nobody knows who it is
import-repeated = the same as row { $value }. If these are two gifts: take; if one stands there twice: skip. In import.toml, for this row in [rows], or for all in [read] (repeats)
import-perhaps-known = the portal has the same gift with a differently worded purpose: { $value }. If this is that one: skip; if it is another gift: take; if the purpose is to be corrected as the sheet has it: correct. In [rows] of import.toml
import-perhaps-moved = elsewhere on the portal there is a gift of the same amount and date: { $value }. If it is that one, give it the label of this row, id: row-…, or answer skip; if it is another, take: in [rows] of import.toml
import-alike = like a gift that was imported before and whose row is gone: { $value }. If the row was corrected: correct; if this is another gift: take. In [rows] of import.toml
import-alike-since = perhaps a gift that was imported before, was edited on the portal since, and whose row is gone: { $value }. If it is that one: correct (the row corrects it), or skip (it stays as it is); if this is another gift: take. In [rows] of import.toml
import-changed = the gift { $value } is recorded differently on the portal; correct it in its file yourself
import-sample = “{ $value }”: the portal has this one as an invented sample only
import-anonymous-now = “{ $value }”: according to the record on the portal the patron is not to be named, but here there is consent; to take the gift without the name, write “no” for the consent in this row of the sheet; if the patron agrees now, first write “consent: public” in the record
import-named-now = “{ $value }”: according to the record on the portal the patron is named, and here there is no consent; if it was withdrawn, first write “consent: anonymous” in the record; if not, correct the consent in this row of the sheet
import-consent-differs = “{ $value }”: another row says something else about whether the name may be shown; write the same in all rows of this patron
import-merged-value = “{ $value }” was taken from a merged cell
import-corrects = corrects the gift on record: { $value }
import-overwrites = What the row writes over: { $fields }.
import-keeps = What stays as it is on the portal: { $fields }.
import-home-of-gift = patron’s home region not stated; the region of the gift was used
import-region-of-portal = no region is stated: that of the portal was taken
import-region-in-short = “{ $value }” was read as { $within }
import-direction-of-all = the word in the column of directions was taken as the kind of help, and the direction from import.toml
import-new-patron = “{ $value }”: a new patron ({ $kind })
import-new-anonymous = “{ $value }”: a new patron ({ $kind }); the name will be withheld (consent is not given, or not stated)
import-joined = { $value }: spelled differently, taken for one patron
import-consent-elsewhere = “{ $value }”: in this row there is consent, but in another there is not: the name is not shown
import-nameless = “{ $value }”: written as a patron without a name
import-paper-source = the document has no link, so it is left out; to show it to readers, write "note" for this column into [columns] of import.toml
import-office-note = “{ $value }” seems to be a note for the office only (a telephone number, a deed, a contract, bank details), so readers do not see it; to show it, write "note" for this column into [columns] of import.toml
import-copied-text = the text is in one language only: it was copied into the other required ones as it is; translate it
import-file = { $file }: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
import-encoding = The file was read in the encoding { $encoding }.
import-no-layout = This format does not tell which rows are hidden and which cells are merged.
import-sheet = Sheet “{ $sheet }”: how the columns were understood
import-only-sheet = How the columns were understood
import-column = { $column } “{ $heading }” → { $field }{ $by ->
        [mapping] {" "}(import.toml)
        [cells] {" "}(by its cells)
       *[heading] {""}
    }
import-unit = { $column }: each number in it was multiplied by { $times } ([read] unit of import.toml)
import-column-unused = { $column } “{ $heading }”: not read
import-note-shown = (readers will see it)
import-mapping-hint = If this is wrong, say so in [columns] of import.toml, for example: { $example }. A column that is not wanted is "none".
import-counts = Understood: { $understood }; on record already: { $known }; doubtful: { $doubtful }; refused: { $refused }; passed over: { $skipped }; in all: { $rows }
import-state = { $state ->
        [understood] Understood
        [known] On record already
        [doubtful] Doubtful
        [refused] Refused
       *[skipped] Passed over
    }
import-patron-of-row = { $sheet ->
        [none] in row { $row }
       *[other] in row { $row } of “{ $sheet }”
    }
import-row = row { $row }
import-cell = row { $row }, column { $column }
import-of-sheet = “{ $sheet }”, { $place }
import-meant = { $text }; perhaps: { $meant }
import-rows = rows: { $rows }
import-cells = rows { $rows }, column { $column }
import-and-more = … and { $count } more
import-notes = What the program assumed
import-answers = Answer the questions in import.toml; keep what is right and correct the rest:
import-answer-id = the id of the right one on the portal
import-answer-amount = whole tenge, for example 1250000
import-answer-rows = doubtful and refused rows not listed here: { $count }; to leave one out, write its label here in the same way: it is in the last column of the report (--report)
import-unused-answers = import.toml has answers to words that are spelled a little differently in this sheet (correct the words): { $answers }
import-unmatched-answers = These answers in import.toml matched nothing in this sheet (leave them if they are for another one): { $answers }
import-gone = Imported before, but no row of this sheet matches them any more (the row was deleted or edited, or it is in another sheet):
import-totals = Delivered: { $before } → { $after }; pledged: { $pledged-before } → { $pledged-after }; new gifts: { $gifts }{ $corrected ->
        [0] {""}
       *[other] ; corrected: { $corrected }
    }; new patrons: { $patrons }, of whom not named: { $anonymous }
import-dry-run = Nothing was written. To write the rows that are understood, add --write.
import-nothing-new = There is nothing new to write.
import-written = Written: { $files }
import-content-errors = the present content has errors: fix those first
import-would-err = with this the content would have errors; nothing was written
import-unreadable = { $file } could not be read: { $reason }
import-own-report = { $file } is a report, not the sheet itself: correct the sheet that it was made of, and import that
import-unwritable = { $file } could not be written: { $reason }
import-too-large = { $file } is too large: at most { $limit } MiB
import-too-wide = { $file }: the sheet “{ $sheet }” has something as far out as { $cell }; copy the table alone to a new sheet: at most { $rows } rows and { $columns } columns, { $cells } cells in all
import-bad-sheet = { $file }: the sheet “{ $sheet }” could not be read: { $reason }
import-unpacked-too-large = { $file } is too large when it is unpacked: at most { $limit } MiB
import-bad-mapping = { $file } could not be read: { $reason }
import-misnamed-mapping = { $file } is not read: rename it to { $right }. (Windows hides extensions: turn on “File name extensions” in File Explorer.)
import-no-file = name the file of a sheet, or --template
import-report-written = Report: { $file }. It holds names: do not publish it.
import-template-written = Empty sheet: { $file }
import-workbook-failed = the workbook could not be made: { $reason }
sheet-stands = { $file } is there already. Choose another file name, or delete this one
sheet-inside = { $file } cannot be kept here: this folder is published or holds the content; choose another place
sheet-answer-column = Result
sheet-reason-column = Reason
sheet-mark-column = Row label
sheet-gifts = Gifts
sheet-patrons = Patrons
sheet-lists = Lists
sheet-explained = Explanation
sheet-how = One row is one gift; on the sheet “Patrons”, one patron, who may have given nothing yet. Columns may be moved, and those not needed deleted. Check the workbook with: tagzym import FILE
sheet-private = ATTENTION: this sheet holds names that must not be published. Do not pass it on, do not put it on the site. Without them: tagzym export --xlsx FILE --public
sheet-public = Drafts, patrons who are not named and their gifts are not in this sheet.
export-names-somebody = { $file } was not written: the texts shown above name patrons who must not be named; correct them first
export-written = { $file }: { $rows ->
        [one] { $rows } gift
       *[other] { $rows } gifts
    }

help-usage = Usage
help-usage-command = COMMAND [options]
help-usage-options = [options]
help-commands = Commands
help-options = Options
help-arguments = Arguments
help-known = can be
help-default = default
help-tagzym = Builds the trilingual portal of the campaign “Tugan zherge tagzym” from Markdown texts and YAML records
help-build = Build the site and write it into a folder
help-check = Find all mistakes without writing anything
help-init = Begin a new portal: settings, the regions of Kazakhstan, pages, and a sample of each record
help-translations = Show what is translated and what is not, or mark translations as up to date
help-explain = Say what the code of a mistake or a field means, with an example; without either, list all codes
help-schema = Write JSON Schemas with which a text editor completes and checks fields
help-serve = Show the site in a browser while you write it
help-diff = Say what changed in the figures: between two published sites, or between two states of the content; no line of it is about a patron who is no longer named
help-purge-list = Print the addresses that caches have to forget, withdrawn names among them: keep the list out of logs and repositories
help-deploy = Bring the output to where it is served from: only what changed; only our own files are removed there
help-new = Begin a record: a file with every field, what each is for, and an example
help-completions = Print the script with which a shell completes commands
help-man = Print the manual page, or write those of all commands
help-rename = Give a record another id, in every place that names it; the old address is kept
help-help = Show this help or the help of a command
help-arg-help = Show this help
help-arg-version = Show the version of the program
help-build-out = The folder to write the site into: a new or empty one, or one with an earlier build
help-build-timings = Show how long each phase takes; with =pages, also how many files of each kind there are and how long they take
help-check-timings = Show how long each phase takes; with =pages, also how many files of each kind there are and how long they take
help-check-format = How to show mistakes: text for people, json as one JSON object, github as GitHub annotations; json and github write all of them to standard output
help-translations-lang = This language only
help-translations-json = Write the report as JSON
help-translations-mark = Mark these translations as made from the present text of their original
help-explain-code = A code such as T0103, a record or a field: patron, patron.consent
help-schema-out = The folder to write the schemas into
help-schema-root = The folder of the site: its site.toml says which languages are required
help-init-dir = The folder of the new portal: a new or an empty one
help-init-title-kk = The name of the campaign in Kazakh
help-init-title-ru = The name of the campaign in Russian
help-init-title-en = The name of the campaign in English
help-init-base-url = The address that the portal will have
help-init-languages = The languages of the portal, the main one first
help-init-region = The region that the portal is about, by name or id; the whole country if it is not given
help-init-ci = Also write a workflow that publishes the portal after each change
help-init-yes = Ask nothing: what is not given takes its default
help-new-what = What to begin
help-new-name = What it is called, or its title
help-new-id = Its id; the name in Latin letters if it is not given
help-new-kind = What a patron is; required when a patron is begun
help-new-consent = Whether a patron may be named; a person is anonymous if it is not given
help-new-region = The region, by name or id
help-new-direction = The direction of a project, by name or id
help-new-date = The day of news or of an award
help-new-lang = The language of the name; if it is not given, that of messages, provided the site has it
help-completions-shell = The shell
help-man-out = The folder to write a page for each command into
help-rename-record = The record by its kind and id, such as patron/dala
help-rename-new = Its new id
help-serve-port = The port; the next free one if it is in use, 0 for any
help-serve-host = The address to answer at, or its name; with 0.0.0.0 everybody on the network sees drafts
help-serve-allow-host = Answer to this name as well, for instance in a cloud workspace or a container; *.example.kz for all names below it
help-serve-poll = Check the times of files every second: for disks that do not report changes
help-serve-open = Open the home page in a browser
help-serve-no-drafts = Leave drafts out, as build does
help-serve-editor-url = Where a link to a place in a file leads, such as vscode://file/{"{"}path{"}"}:{"{"}line{"}"}:{"{"}column{"}"}
help-diff-old = The old state: an output folder, a manifest, or a revision of the content in git
help-diff-new = The new state, in the same way; the content as it is now if it is not given
help-diff-format = How to show the changes: text for people, json as one JSON object, markdown as a table for a pull request, the largest change first
help-diff-exit-code = Exit with 3 if a figure has changed
help-diff-correction = Write drafts for content/corrections instead; an editor writes the reasons
help-diff-keep = Also keep the new edition in content/editions, so that readers are told what has changed since the old one
help-purge-list-old = The output folder or the manifest of the site as it was
help-purge-list-new = The output folder or the manifest of the site as it is
help-purge-list-base-url = The address of the site, to put before each path
help-purge-list-nginx = Only what is gone, as lines for nginx that answer 410
help-deploy-to = Where the site is served from: a folder, or object storage (s3://…, gs://…, az://…)
help-deploy-out = The output folder of a build
help-deploy-dry-run = Deploy nothing, only list what would be deployed
help-deploy-take-over = Take over a place that has files already: those with the paths of ours are replaced, all others stay
help-deploy-gzip = Have object storage keep texts as gzip, which every browser reads
help-import = Bring in gifts from a spreadsheet (xlsx, xls, ods, csv): first a report, and with --write the records
help-export = Write all gifts into a spreadsheet
help-import-file = The file of the sheet
help-import-write = Write the rows that are understood into the content; if anything is wrong, nothing is written
help-import-report = Also write a workbook with the same cells and a column of reasons
help-import-template = Instead write an empty sheet to be filled in
help-import-mapping = The file of columns and answers; if left out, import.toml in the folder of the site
help-export-xlsx = The file of the workbook; it must not exist yet
help-export-public = Without drafts, patrons who are not named, and their gifts; refused where a text names one of them
help-arg-root = The folder of the site, with site.toml in it
help-arg-base-url = The address of the site, instead of the one in site.toml; a path in it is kept in every link
help-arg-drafts = Show drafts as well
help-arg-samples = What to do with samples, instead of what site.toml says: show them on pages and in totals, hide them everywhere, or forbid them: each is an error
help-arg-strict = Fail on warnings as well
help-arg-max-errors = How many mistakes to show at most
help-arg-quiet = Say nothing unless something is wrong
help-arg-verbose = Say how long each step takes, which files and pages a change affects, and which warnings the content accepts
help-arg-color = Colours: auto on a terminal only, always, or never
help-arg-ui-lang = The language of messages; the system’s if it is not given
help-value-folder = FOLDER
help-value-dir = FOLDER
help-value-target = TARGET
help-value-format = FORMAT
help-value-language = LANGUAGE
help-value-file = FILE
help-value-code = CODE
help-value-number = NUMBER
help-value-address = ADDRESS
help-value-name = NAME
help-value-what = WHAT
help-value-old = OLD
help-value-new = NEW
help-value-languages = LANGUAGES
help-value-region = REGION
help-value-host = HOST
help-value-url = ADDRESS
help-value-id = ID
help-value-direction = DIRECTION
help-value-date = DATE
help-value-shell = SHELL
help-value-record = RECORD
help-value-when = WHEN

explain-unknown = there is neither a code nor a field { $code }
explain-wrong = Wrong:
explain-right = Right:
explain-more = “tagzym explain T0103” explains a code and shows an example.
explain-import-toml =
    import.toml stands beside site.toml and holds the answers to what tagzym import asks. Readers do not see it.

    {"["}columns]  # what a column holds, by heading or letter; none if it is not wanted
    "Given" = "amount"
    F = "purpose.en"
    G = "none"

    {"["}default]  # what stands for empty cells
    region = "akmola"
    direction = "charity"
    patron = "Anonymous"

    {"["}meant.amount]  # what is meant by what stands in a cell
    "1.2 mln" = 1200000
    {"["}meant.date]
    "05.03.24" = "2024-03-05"
    {"["}meant.patron]  # an id, the name in another row, new person, new company, new fund, new association or new group
    "Shu-Agro" = "Shu-Agro LLP"
    {"["}meant.consent]  # public or anonymous
    "by word" = "public"
    {"["}meant.direction]  # region, district, object, project, home, kind, status in the same way
    "Sponsor" = "sponsorship"

    {"["}rows]  # one row, by its label in the report: skip leaves it out, take makes a gift of its own of it, correct corrects the one on record
    row-1a2b3c4d5e6f = "skip"

    {"["}read]  # all rows
    hidden = "take"  # hidden ones: take or skip
    repeats = "skip"  # rows that are the same: take or skip
    alike = "correct"  # rows like a gift on record whose row is gone: correct, take or skip
    unit = 1000  # the amounts are in thousands
    language = "en"  # that of texts whose letters do not tell it
cli-schema-settings = site.toml cannot be read; “tagzym check” says why
cli-schemas = { $count ->
        [one] Wrote { $count } schema into { $path }
       *[other] Wrote { $count } schemas into { $path }
    }

translations-no-language = the site has no language “{ $lang }”
translations-none = Every text is translated and up to date
translations-kind = { $kind ->
        [projects] projects
        [news] news
        [pages] pages
        [region-texts] texts about regions
        [patron-texts] texts about patrons
        [site] the site
        [regions] regions
        [directions] directions
        [objects] kinds of help
        [patrons] patrons
        [awards] awards
        [corrections] corrections
        [editions] editions of the data
       *[figures] reported figures
    }
translations-language = { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    }
translations-state = { $state ->
        [complete] complete
        [missing] missing
        [unmarked] not marked
       *[stale] stale
    }
translations-todo = To do in { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    }
translations-nowhere = Not tied to a region
translations-marked = { $file }: marked as made from today’s { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    } text
translations-kept = { $file }: already marked as up to date
translations-refused = { $file }: { $why ->
        [not-there] there is no such file in this site
        [unreadable] the file cannot be read or written
        [no-text] this is not the text of a project, a news item or a page, or there is a mistake in it
        [is-original] this is the original: the other languages are translated from it. If it is a translation after all, write “source: {"{"}lang: ru, digest: new{"}"}” into it first
        [no-original] there is no other language that it could be translated from
        [no-digest] “source” is written in a way that only a person should change
       *[flow] the front matter is written in a way that only a person should change
    }
preview-cannot = This page cannot be made
preview-withheld = No page is shown while the record of a patron cannot be read: it could name somebody who must not be named.
preview-missing = Not translated:
preview-show = show what is not translated
cli-serve-open-host = warning: everybody on the network can see this preview, drafts and messages included
cli-serve-busy = Port { $port } is taken, so { $other } is used
cli-serve-at = Serving at { $url }; end with Ctrl-C
cli-serve-changed = Changed: { $what }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }; { $took }
cli-serve-sound = Nothing is wrong any more
cli-serve-stopped = Stopped
cli-serve-none = the preview cannot be started: { $reason }
cli-serve-no-browser = No browser could be opened
cli-serve-open-at = Others on the network can open { $url }
cli-serve-open-nowhere = No address was found that others could open: this computer does not seem to be on a network
cli-serve-polls = This disk may not report every change, so the times of files are checked every second (as with --poll)
cli-serve-strict = --strict is for build and check: the preview shows warnings anyway, and withholds no page because of them
cli-host-port = there is no port in --host; write --host { $host } --port { $port }
cli-host-form = --host { $host }: this is neither an address nor a name; write --host localhost or --host 0.0.0.0, for example
cli-host-unknown = --host { $host }: no address was found for this name; check how it is written, or write the address itself
cli-allow-host = --allow-host { $name }: this is not the name of a site; write the whole name, such as name-8000.app.github.dev, or *.app.github.dev for all names below it
serve-no-host = Exactly one Host header is needed.
serve-foreign-host = The preview does not open under this name. If the name is yours, start the program again with --allow-host { $host }
serve-foreign-page = Pages of other sites may not ask this server.
serve-method = Only GET and HEAD are understood here.
serve-nothing = Nothing is here.
serve-elsewhere = The site is at { $address }
serve-full = The preview is open in too many windows: close some of them.
serve-broken = This page cannot be made: the program has a mistake here. Please report it.

# What libraries say of a file, in our words: the id is what they say in English.
reason-no-temporary-file-can-be-written-in = the folder for temporary files, { $word }, is not there or cannot be written to: make it, or set TMPDIR to another one
reason-a-temporary-file-could-not-be-written-is-the-disk-full = a temporary file could not be written: is the disk full? TMPDIR can name a folder on another one
reason-key-with-no-value = there is a name without “= value”
reason-missing-assignment-between-key-value-pairs = the sign “=” is missing between name and value
reason-missing-value = there is no value after “=”
reason-missing-value-for-key = there is no value after “=”
reason-missing-key-for-inline-table-element = a name is missing before the value
reason-missing-comma-between-array-elements = a comma is missing between two values
reason-missing-comma-between-key-value-pairs = a comma is missing between two values
reason-extra-comma-in-inline-table = there is a comma too many
reason-missing-opening-quote = the opening quotation mark is missing
reason-missing-closing-quote = the closing quotation mark is missing
reason-invalid-basic-string = the text does not end with a quotation mark
reason-text-over-several-lines = a text cannot go on in the next line
reason-invalid-literal-string = the text does not end with the quotation mark that it begins with
reason-quotation-marks-of-another-kind = the quotation marks here are straight ones: "…"
reason-quotation-marks-inside-a-text = there are quotation marks inside the text: then put single ones around it, '…'
reason-missing-escaped-value = “\” means something else in "…": single quotation marks, '…', leave it as it is
reason-notes-begin-with-another-sign = a note begins with “#”
reason-string-values-must-be-quoted = a value is expected here: a text in quotation marks, a number, or a list in brackets
reason-duplicate-key = this name appears twice
reason-unclosed-array = the bracket “[” is not closed
reason-unclosed-table = the bracket “[” is not closed
reason-unclosed-array-table = the bracket “[” is not closed
reason-unclosed-inline-table = the bracket “{"{"}” is not closed
reason-invalid-unquoted-key = a name can contain only Latin letters, digits, “-” and “_”
reason-unquoted-keys-cannot-be-empty = a name is missing here
reason-unexpected-key-or-value = there is something here that belongs to no setting
reason-unexpected-content = there is something here that belongs to no setting
reason-invalid-value = this is not a value
reason-cannot-recurse-further-max-recursion-depth-met = too many brackets inside each other
reason-expected-a-token-starting-with = “{ $word }” is missing here
reason-expected-one-of = one of { $word } is missing here
reason-expected-a-message-field-for = the message “{ $word }” has no text
reason-expected-a-term-field-for = the term “{ $word }” has no text
reason-callee-is-not-allowed-here = brackets “()” cannot follow this name
reason-the-select-expression-must-have-a-default-variant = no case begins with “*”: one of them has to
reason-a-select-expression-can-only-have-one-default-variant = only one case may begin with “*”
reason-text-goes-on-without-spaces-before-it = this line goes on with the text above it, but has no spaces before it: begin it with four spaces
reason-expected-a-value = a text is missing here
reason-message-references-can-t-be-used-as-a-selector = a choice cannot depend on a message
reason-term-references-can-t-be-used-as-a-selector = a choice cannot depend on a term
reason-message-attributes-can-t-be-used-as-a-selector = a choice cannot depend on a part of a message
reason-term-attributes-can-t-be-used-as-a-selector = a choice can depend only on a part of a term
reason-unterminated-string-literal = the closing quotation mark is missing
reason-positional-arguments-must-come-before-named-arguments = arguments without a name come first
reason-the = “{ $word }” is given twice
reason-unknown-escape-sequence = “\” can only come before a quotation mark, another “\” or a “u” with four digits
reason-invalid-unicode-escape-sequence = “{ $word }” is not the number of a character
reason-unbalanced-closing-brace = the bracket “{"}"}” has no partner
reason-expected-an-inline-expression = a name is missing between the brackets
reason-expected-a-simple-expression-as-selector = a choice can depend only on a name like { "$count" }
reason-expected-a-string-or-number-literal = a text in quotation marks or a number is missing here
reason-braces-stand-too-deep-in-each-other = too many brackets inside each other
reason-a-number-of-so-many-digits-cannot-be-exact = a number of so many digits cannot be exact
reason-defined-twice-in-this-file = “{ $word }” appears twice in this file
reason-both-a-message-and-a-term = “{ $word }” is both a message and a term
reason-not-defined = there is no “{ $word }”
reason-no-such-argument-or-value = the term does not know this: { $word }
reason-an-argument-is-missing = the term needs this: { $word }
reason-messages-are-plain-text-without-markup = messages are plain text, without tags

# What the template engine says.
reason-in-english = { $word }
reason-no-such-message = there is no message “{ $word }”
reason-no-variable-for-the-message = the message “{ $other }” needs the variable “{ $word }”
reason-no-file-in-static = the theme has no file “static/{ $word }”
reason-no-date = “{ $word }” is not a date
reason-neither-text-nor-number = “{ $word }” of the message “{ $other }” is neither text nor number
reason-too-much-at-once = this is too long or too deep for a template
reason-too-long-a-line = this line is too long: at most 8,192 bytes can be read
reason-too-many-steps = the template takes too many steps for one page: a loop within a loop goes over too much
reason-too-large-a-value = a text or list grows too large here
reason-too-large-a-page = the page grows larger than 64 MiB here

# Sizes of files.
unit-kib = { $number } KiB
unit-mib = { $number } MiB
unit-mb = { $number } MB

init-ask-languages = Languages of the portal, the main one first
init-ask-title-kk = Name of the campaign in Kazakh
init-ask-title-ru = Name of the campaign in Russian
init-ask-title-en = Name of the campaign in English
init-ask-base-url = Address that the portal will have
init-ask-region = Region, if the portal is about one (Enter: the whole country)
init-ask-ci = Who publishes it after each change: github, gitlab or none
init-not-empty = { $path } is not empty: { $names }. Choose a new or an empty folder
init-not-read = { $path } cannot be read: { $reason }
init-no-terminal = there is nobody to ask here: give the options and --yes
init-stopped = nothing was written
init-bad-languages = “{ $text }” is not a list of languages: write kk, ru, en or some of them
init-bad-title = “{ $text }” cannot be a name: it is empty, longer than 300 letters or of several lines, or has invisible characters or Markdown marks such as **
init-bad-url = “{ $text }” is not an address: write the whole of it, such as https://example.kz/portal
init-bad-region = there is no region “{ $text }”
init-bad-ci = “{ $text }” is not known: github, gitlab or none
init-done = A new portal: { $count } files in { $where ->
    [here] this folder
   *[there] { $path }
}
init-next-folder = First: cd { $path }
init-next =
    What to do next:
      tagzym serve --open   shows the portal and follows each save
      tagzym check          finds all mistakes
    Records marked “sample: true” are invented: delete them when you have your own.
init-next-workflow = The workflow needs a variable TAGZYM: the address of the program’s git repository.
scaffold-settings = The settings of the portal. Lines with # before them show what holds if they are left out, or give an example. All fields: tagzym explain site.title
scaffold-head =
    { $of ->
        [region] Codes: KATO as of 17 October 2022, ISO 3166-2. Population: Bureau of National Statistics. Names of districts in Kazakh and English: geokz (CC BY 4.0), corrected.
        [former-region] A region until 18 June 2018. Codes: KATO as it was before that day, ISO 3166-2 as it was before 29 November 2022.
        [directions] The four directions of the campaign. The summaries were written for this portal.
        [objects] Kinds of help. A wider kind (parent) gathers narrower ones; “other” is for what fits none of them.
       *[synonyms] Words that readers use for the same thing: whoever looks for one finds the others as well.
    }
scaffold-workflow = Publishes the portal after each change. { $host ->
    [github] In the settings of the repository choose Pages, Source: GitHub Actions, and set the variable TAGZYM
   *[gitlab] In the settings of the project set the variable TAGZYM
} to the address of the program’s git repository.
new-done = New: { $path }
new-to-fill = New: { $path }; fill in: { $fields }
new-next = “tagzym check” says what is still missing.
new-who = say what the patron is: --kind { $text }
new-needless = { $text } is of no use for this kind of record
new-no-region = there is no region “{ $text }”
new-no-direction = there is no direction “{ $text }”
new-bad-date = “{ $text }” is not a date: write 2024-03-05, 2024-03 or 2024
new-bad-id = “{ $text }” cannot be an id: it has small Latin letters, digits and single hyphens between words, at most 64 in all
new-taken = there is already a record with the id “{ $text }”
new-no-id = no id can be made of “{ $text }”: give one with --id
scaffold-body = The text goes here, in Markdown. A link to a record: [](@patron/id), a sum: [](@total?region=id), a picture beside this file: ![what it shows](photo.jpg "caption")
explain-no-field = there is no field { $code }
cli-man = { $count } manual pages in { $path }
field-required = required
field-required-of-persons = required of a person
field-localised = text in each language
field-text = text
field-yes-or-no = true or false
field-fields = fields
field-list = list: { $of }
field-amount = whole tenge
field-count = whole number
field-period = date, or two with .. between them
field-date = date
field-year = year
field-id = id
field-url = web address
field-file = file
field-two-numbers = two numbers
field-code-of-warning = code of a warning
rename-what = “{ $text }” names no record: write its kind and id, such as patron/dala
rename-unknown = there is no record “{ $text }”
rename-nearly = there is no record “{ $text }”. Did you mean “{ $near }”?
rename-nothing = Nothing was renamed.
rename-unsafe = the id cannot be changed here without changing something else: { $place }. Write it out in full there first
rename-done = Renamed to “{ $new }”: { $places ->
    [one] { $places } place
   *[other] { $places } places
} in { $files ->
    [one] { $files } file
   *[other] { $files } files
}
rename-kept = The old address is kept: aliases: [{ $old }]
