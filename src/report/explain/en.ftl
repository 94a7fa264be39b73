# What each code means, in English. The first sentence says in short what is wrong.

T0001 = A file cannot be read. It may belong to somebody else, or it was deleted while the program ran. Nothing of it is in the site until it can be read.
T0002 = A file is not a text in UTF-8. Old programs save in Windows-1251 or UTF-16, and then Kazakh letters are lost. Choose “UTF-8” when you save.
T0003 = A text holds a control character. Such characters are not seen; they come with text that is copied from other programs. Delete the character at the named place.
T0004 = A text is larger than 16 MiB. No text of a person is as large: it is probably a file of another kind with a wrong ending.
T0005 = Something is neither a file nor a folder of the site. Links that lead out of the site, pipes and devices are not followed, so that nothing foreign is published.
T0006 = A file name cannot be used. It holds a line break, another control character or letters that are not Unicode, or differs from another name only in the way its letters are stored.
T0007 = A file fits nothing that the site knows. It is not used at all, so its content would vanish in silence. Check the folder, the ending and the language in the name.
T0008 = The folder has no file site.toml. The program is probably called in the wrong folder.
T0009 = The settings are no valid TOML. Every setting is a name, the sign “=” and a value; texts stand in quotation marks.
T0010 = No text uses this picture or file. It is not published. Name it in the text beside it, or delete it.
T0011 = A file holds more than 10,000 mistakes. Those after are not told, so that what can be mended first stays in sight.

T0101 = A file or its front matter cannot be read as YAML. Most often a text with “:” has no quotation marks, or a line begins with too many or too few spaces.
T0102 = A field is not known. It is probably misspelled: what stands in it would vanish otherwise.
T0103 = A field that a record needs is missing. Add a line with the field and its value.
T0104 = A field stands twice in one record. Only one of the two could count, and nobody would see which.
T0105 = A value is of another kind than the field needs. For instance a list stands where a text is expected.
T0106 = A field has no value. Write the value after the colon, or delete the line.
T0107 = A word cannot be an id. Ids stand in addresses, so they hold only small Latin letters, digits and single hyphens between words. A Cyrillic letter that looks like a Latin one is a mistake, too.
T0108 = An amount cannot be read. Amounts are whole tenge, in digits, more than zero; digits may be grouped in threes by spaces. Points, commas, words and fractions are refused, since they can mean two things.
T0109 = A date cannot be read. Write year, month and day with hyphens, or only the year and the month, or only the year, as far as it is known.
T0110 = A value is none of those that the field knows. The message names all of them.
T0111 = An address of the web is not whole. It begins with https:// or http:// and holds no spaces.
T0112 = A number is out of its range. The message names the least and the most.
T0113 = A text lacks a language that the site requires. Readers of that language would see nothing.
T0114 = A value begins with “!”. In YAML that is a tag, and tags are not used here. Put the text in quotation marks.
T0115 = The facts at the top of a text are missing or do not end. They stand between two lines of three hyphens, the first of which is the first line of the file.
T0116 = Brackets, lists or quotes stand too deep in each other. Nobody writes so; the file was probably damaged.
T0117 = A value has another form than the field needs. The message says which form is expected.
T0118 = A file holds more values than can be read in good time. A value is each word, number, list and name of a field. Split it into several files; the folder is read as a whole.
T0119 = “accept” names a code that cannot be accepted. There is no such code, or it is an error: errors are mended. Warnings can be accepted, and T0225 where somebody else has the name of an anonymous patron.
T0120 = An acceptance that nothing needs stands here. The warning is gone, or it stands at another place. Delete the line: it would hide the next warning of this kind before anybody has seen it.

T0201 = Two records of one kind have the same id. A link to it could mean either.
T0202 = There is no record with this id. It is misspelled, or the record was not written yet.
T0203 = Two pages or files would have one address. One of them would overwrite the other.
T0204 = The id is a part of the site's own addresses. A page of this name would stand where the site puts a list. Give it another address by “slug”.
T0205 = A record leads back to itself. A region is its own successor, or a kind of object its own parent, perhaps by way of others.
T0206 = A fact is stated twice, and differently. The facts of a project stand in one of its language files; if another states them too, it must say the same.
T0207 = A completed project has no date of completion. Add the date, at least the year.
T0208 = A project has a date of completion, but is not completed. One of the two is wrong.
T0209 = Two dates are in the wrong order. Something ends before it begins.
T0210 = A record names a region at a time when it did not exist. Regions were divided and renamed; the message names the one of that time.
T0211 = A real record names a sample. Samples are invented and can be left out of the site; then the real record would point to nothing.
T0212 = A sample stands where samples are forbidden. Real sites forbid them so that nothing invented is published.
T0213 = A person has not said whether the name may be published. Without consent the name must not appear.
T0214 = A text names, links or portrays an anonymous patron. That would give the name away.
T0215 = A contribution has no amount. If it was not money, say in “in_kind” what was given.
T0216 = A contribution has no giver, or both “patron” and “patrons”. One giver stands in “patron”, several in “patrons”.
T0217 = A patron stands twice in one list. The gift would be counted twice for that patron.
T0218 = A text lacks a language that the site requires. Add the file for that language.
T0219 = The parts of a reported figure do not add up to it. Compare with the source; if it was reported so, accept the warning, and readers see a remark.
T0220 = A part is larger than the whole it is said to belong to. Compare with the source; if it was reported so, accept the warning.
T0221 = A text beside records has no record of its name. The file must be named like the id of the region or patron that it tells of.
T0222 = A patron that is no group has a number of members. Only a group has members.
T0223 = The region has no district of this id. Districts are listed in the record of their region.
T0224 = A district stands without its region. Districts of different regions may have the same id.

T0301 = HTML in a text is shown as it stands. It is not obeyed, so that no text can change or harm a page. Use Markdown.
T0302 = A link is of a kind that is not allowed. Links begin with https, http, mailto or tel, with / for this site, or with @ for a record.
T0303 = A link leads nowhere. Records are linked by @, their kind, a slash and their id.
T0304 = A sum or a drawing asks for something that is not known. The message names the key or value.
T0305 = A picture has no description. Those who cannot see it, and search engines, read the description instead.
T0306 = A picture is not there. It lies in the folder of the text, under exactly the name that the text gives.
T0307 = A link leads to a page or file that this site does not have. It was renamed or deleted, or the address is misspelled.
T0308 = A link leads to a heading that is not there. The part after # is the heading in small letters with hyphens.
T0309 = A drawing stands inside a line of text. It needs a paragraph of its own, with an empty line before and after it.

T0401 = The site names a theme that is not there. A theme is a folder in themes/ with a file theme.toml.
T0402 = A template cannot be used. The message says what the template engine does not understand, and where.
T0403 = A message of the theme cannot be used. The file is not right Fluent, or mentions what is not defined.
T0404 = A page could not be made. Its template asks for something that the page does not have.
T0405 = A theme is its own parent. The chain of parents must end.
T0406 = A message is there in one language of the site and missing in another. Every message needs all languages.
T0407 = A translation of a message leaves out a variable that the site's first language has there: a number or a name would be lost.
T0408 = A translation of a message has a variable that the site's first language does not have there: nobody gives it a value.
T0409 = A message stands in two files of one language. Only one of them can hold.
T0410 = No template shows this message, nor does the program. It may be left over, or its name may be mistyped.
T0411 = A template names a message that no language of the site has.
T0412 = A template names a message by a variable. Names in templates are written out, so that all of them can be checked.
T0413 = A template shows a message without a value that the message needs.
T0414 = A translation says that it was made from a language that the text does not have, or from its own.
T0415 = The program asks for a message that no language of the site has. A theme without a parent has to bring every word that the program puts into pages and tables.

T0501 = The sums along an axis do not make the whole. This is a mistake of the program, not of the content: please report it with the content that shows it.

T0225 = The name or the id of an anonymous patron stands in the site. Such a patron must not be found in any page, file or address. Delete the name from the text that is named, and write “a patron who wished not to be named”.
T0226 = The id of an anonymous patron tells something. It is a plain word, or a part of the name. Ids of anonymous patrons should say nothing: “p-7c41”.
T0227 = A gift is older than the patron's first year. Either the date of the gift or “since” is wrong.
T0228 = Two patrons have nearly the same name. They are probably one, entered twice. Keep one record and move the gifts to it.
T0229 = Nothing names a patron. There is no gift, no award and no text; perhaps it was forgotten.
T0230 = A text may name an anonymous patron. It has the surname alone, the surname with initials, or the given name with the patronymic; who knows the patron will understand. Delete it, or, if somebody else is meant, write that person’s given name, too.
T0231 = A free text stands beside an anonymous patron. A note at an award, or a purpose in which something is called by a name, may tell who that is: “akim of the district since 2019”. Look at it, and delete what fits few people.
T0232 = Readers may guess who an anonymous patron is. It is the only one of its kind from its region, or a gift is the only one of its sort. Coarsen what is shown: a wider home, a year instead of a day, no amount, several gifts told together.
T0235 = A file cannot be looked through for the names of anonymous patrons. It is an archive or a document that nothing here can open, or it has a password. Look yourself, or publish it in another form: text, PDF, DOCX, XLSX, ODT.
T0236 = A picture or a document tells more than it shows. Its metadata hold the coordinates of a place, the name of an author, a camera or its number. Readers get them with the file. Save it without metadata.
T0310 = A word mixes Cyrillic and Latin letters. Some of them look alike, but nobody finds the word by searching. Type it again on one keyboard.
T0311 = A picture is larger than 10 MB. Readers on a phone wait long for it. Save it smaller: 2000 pixels across are enough.
T0312 = A text seems to be in another language than its file. The language stands in the file's name: “.kk.md”, “.ru.md”, “.en.md”.
T0313 = A text holds a character that nobody sees: one of no width, or one that turns the direction of the text. It comes along when text is copied from another program. Delete it and type the word again.

T0601 = The file that “outlines” in site.toml names is not there. It has to lie in content/, and its name has to end in .geojson.
T0602 = The file of outlines is not valid JSON. It was probably cut off, or changed by hand.
T0603 = The file of outlines has another form. It is a GeoJSON “FeatureCollection”; each feature is a “Polygon” or “MultiPolygon” and has the id of its region among its properties.
T0604 = A position in the outlines is not on the globe. Longitude comes first, from −180 to 180, then latitude, from −90 to 90; metres of another projection are no degrees.
T0605 = A region of today has no outline. Maps would leave it out, as if it were not there.
