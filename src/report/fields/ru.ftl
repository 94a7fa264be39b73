### What the fields of records are for, in Russian. Above each stands the English text that it says, as the reader of the
### record has it: a test names what is missing, left over or said of another text.

# The name by which other records and links call this one: small Latin letters and digits, words joined by -, at most 64 characters. It is part of the address and should never change.
any-id = Имя, по которому запись называют другие записи и ссылки: строчные латинские буквы и цифры, слова через дефис, не больше 64 знаков. Стоит в адресе и меняться не должно.

# The name in each language: {kk: …, ru: …, en: …}.
any-name = Название на каждом языке: kk, ru, en.

# true: invented, only to show how the portal looks. Pages say so; `--samples hide` leaves it out.
any-sample = true: запись вымышлена, она только показывает, как выглядит портал. Страницы об этом говорят; с --samples hide её на портале нет.

# The id of a region in content/regions/.
any-region = Id региона из content/regions/.

# The id of a district of that region.
any-district = Id района или города этого региона.

# The id of a direction in content/directions/: charity, sponsorship, civic-initiative, infrastructure.
any-direction = Id направления из content/directions/: charity, sponsorship, civic-initiative, infrastructure.

# The id of a kind of help in content/objects/: school, kindergarten, …
any-object = Id вида помощи из content/objects/: school, kindergarten, …

# Whole tenge, 1 to 10¹⁵: 3837144000, or in groups of three, 3 837 144 000. No signs, units or fractions.
any-amount = Целые тенге, от 1 до 10¹⁵: 3837144000 или группами по три цифры, 3 837 144 000. Без знаков, единиц и дробей.

# YYYY-MM-DD, YYYY-MM or YYYY: as precisely as it is known.
any-date = ГГГГ-ММ-ДД, ГГГГ-ММ или ГГГГ: настолько точно, насколько известно.

# The code in the classifier of administrative units (KATO), in quotation marks: "190000000".
any-kato = Код по классификатору КАТО, в кавычках: "190000000".

# Old addresses that lead here: [old-name, /old/path/].
any-aliases = Прежние адреса, которые ведут сюда: [old-name, /old/path/].

# Warnings that have been checked and are accepted here: [{warning: T0219, why: …}].
any-accept = Предупреждения, которые проверены и остаются на этом месте: код и почему.

# The code of the warning.
acceptance-warning = Код предупреждения.

# For T0225 and T0230: the id of the anonymous patron who shares a name with somebody else. Required for T0225.
acceptance-patron = Для T0225 и T0230: id анонимного мецената, чьё имя есть и у кого-то другого. Для T0225 обязательно.

# Why it is accepted: what was checked, and what was found.
acceptance-why = Почему предупреждение остаётся: что проверили и что оказалось.

# Accepted warnings about files that hold no record, one [[accept]] for each.
site-accept = Предупреждения, которые проверены и остаются у файлов без записи, по одному [[accept]] на каждое.

# The code of the warning.
file-acceptance-warning = Код предупреждения.

# For T0225 and T0230: the id of the anonymous patron who shares a name with somebody else. Required for T0225.
file-acceptance-patron = Для T0225 и T0230: id анонимного мецената, чьё имя есть и у кого-то другого. Для T0225 обязательно.

# Why it is accepted: what was checked, and what was found.
file-acceptance-why = Почему предупреждение остаётся: что проверили и что оказалось.

# The file, by its path from the root of the site, or in the output: content/static/list.csv.
file-acceptance-file = Файл: путь от корня сайта или в готовом сайте: content/static/list.csv.

# The name of the site, in the languages that it has.
site-title = Название портала на его языках.

# A sentence or two about it, for search engines and those who share a link.
site-description = Одна-две фразы о портале: для поисковых систем и для тех, кто делится ссылкой.

# The address that the site will have: https://… A path in it is kept in every link.
site-base_url = Адрес, по которому будет стоять портал: https://… Путь в нём сохраняется в каждой ссылке.

# The theme: a folder in themes/. If left out, tagzym, which is built into the program; if the site has a folder themes/tagzym, that takes its place.
site-theme = Оформление, папка в themes/. Если не указано, tagzym: оно встроено в программу и уступает папке themes/tagzym, если такая есть у портала.

# The languages of the site, in the order in which readers are offered them.
site-languages = Языки портала в том порядке, в каком их предлагают читателю.

# The language of the 404 page at the root, and where old addresses from the root lead; if left out, the first of `languages`.
site-default_language = Язык общей страницы 404 и тот, куда ведут старые адреса без языка. Если не указан, первый из languages.

# The languages that every write-up and every localised text of a record must have; if left out, `default_language`.
site-required = Языки, на которых обязаны быть каждый текст и каждое название. Если не указаны, default_language.

# The languages that stand in for a missing one, the best first; if left out, kk, ru, en, as far as the site has them.
site-fallback = Языки, которые заменяют недостающий, лучшие первыми. Если не указаны: kk, ru, en, насколько они есть у портала.

# show: records marked `sample: true` are shown, and every page says so; this is the default. hide: they appear on no page and in no total. forbid: each is an error.
site-samples = show: записи с sample: true показаны, и каждая страница об этом говорит; так будет, если не указано. hide: их нет ни на страницах, ни в суммах. forbid: каждая из них — ошибка.

# The id of a region, if the portal is about that one alone: its texts then say so, and the home page shows its districts. If left out, the portal is about the whole country.
site-scope = Id региона, если портал посвящён только ему: тогда об этом говорят надписи портала, а на главной странице стоят его районы. Если не указан, портал посвящён всей стране.

# The earliest year that the site tells of; 1991 if left out. Earlier dates are warned about.
site-first_year = Самый ранний год, о котором рассказывает портал; если не указан, 1991. На более ранние даты даётся предупреждение.

# A GeoJSON file in content/ with the shapes of regions, drawn instead of tiles: content/outlines.geojson.
site-outlines = Файл GeoJSON в content/ с контурами регионов, которые рисуются вместо клеток: content/outlines.geojson.

# How to reach the editors: an email address, a web address, or other words. Readers use either of the first two to report a mistake in a record.
site-contact = Как связаться с редакцией: почта, адрес в интернете или другие слова. По первым двум читатели сообщают об ошибке в записи.

# The licence of the data, as readers see it: CC BY 4.0.
site-licence = Лицензия данных, как её видит читатель: CC BY 4.0.

# In Kazakh.
localised-kk = На казахском языке.

# In Russian.
localised-ru = На русском языке.

# In English.
localised-en = На английском языке.

# The title in this file's language.
write-up-title = Заголовок на языке этого файла.

# One or two sentences for lists and search engines, in this file's language.
write-up-summary = Одна-две фразы для списков и поисковых систем, на языке этого файла.

# true: on no page and in no total, unless `--drafts` is given.
write-up-draft = true: черновик. Его нет ни на страницах, ни в суммах, пока не дан --drafts.

# The last part of the address, if it should differ from the file's name; the same in all languages.
write-up-slug = Последняя часть адреса, если она должна отличаться от имени файла; одна на всех языках.

# The picture at the head: {file, alt, caption}.
write-up-image = Снимок вверху страницы: файл, что на нём видно, подпись.

# More pictures, shown together under the text: before and after, each step.
write-up-images = Ещё снимки, они стоят вместе под текстом: до и после, каждый этап.

# What this text was translated from: {lang, digest}.
write-up-source = С чего переведён этот текст: язык и отпечаток оригинала.

# The file beside this text: gym.jpg.
image-file = Файл рядом с этим текстом: gym.jpg.

# What the picture shows, for those who cannot see it.
image-alt = Что видно на снимке: для тех, кто его не видит.

# The text under the picture.
image-caption = Подпись под снимком.

# The file beside this text: hall-before.jpg.
gallery-image-file = Файл рядом с этим текстом: hall-before.jpg.

# What the picture shows, for those who cannot see it, in each language.
gallery-image-alt = Что видно на снимке, на каждом языке: для тех, кто его не видит.

# The text under the picture, in each language.
gallery-image-caption = Подпись под снимком, на каждом языке.

# The language of the original: kk, ru or en.
translation-source-lang = Язык оригинала: kk, ru или en.

# The digest of the original at the time of the translation.
translation-source-digest = Отпечаток оригинала в то время, когда делали перевод.

# How another list, such as a table of gifts, refers to this one. It appears on no page; in the open data it is the row's id, unless a giver must not be named. No two gifts may share it.
own-contribution-id = По нему этот вклад находят в другом списке, например в таблице вкладов. На страницах его нет; в открытых данных это id строки, если мецената можно называть. Двух одинаковых нет.

# How another list, such as a table of gifts, refers to this one. It appears on no page; in the open data it is the row's id, unless a giver must not be named. No two gifts may share it.
contribution-id = По нему этот вклад находят в другом списке, например в таблице вкладов. На страницах его нет; в открытых данных это id строки, если мецената можно называть. Двух одинаковых нет.

# When it became known that the pledge would not be kept; only with status: withdrawn.
own-contribution-withdrawn = Когда стало известно, что обещание не исполнят; только со status: withdrawn.

# When it became known that the pledge would not be kept; only with status: withdrawn.
contribution-withdrawn = Когда стало известно, что обещание не исполнят; только со status: withdrawn.

# Where the gift can be verified: {title, url, date} or {title, file, date}.
own-contribution-source = Где это можно проверить: название, адрес или файл, дата.

# Where the gift can be verified: {title, url, date} or {title, file, date}.
contribution-source = Где это можно проверить: название, адрес или файл, дата.

# What else readers should know about the gift: {kk: …, ru: …, en: …}.
own-contribution-note = Что ещё читателю нужно знать об этом вкладе, на каждом языке.

# What else readers should know about the gift: {kk: …, ru: …, en: …}.
contribution-note = Что ещё читателю нужно знать об этом вкладе, на каждом языке.

# The title of the publication or document: one text, or one in each language.
contribution-source-title = Название публикации или документа: одно или на каждом языке.

# Its web address: https://… Or `file`.
contribution-source-url = Адрес в интернете: https://… Или file.

# The document in content/static/, by its path there: acts/2020-17.pdf. Or `url`.
contribution-source-file = Документ в content/static/: путь внутри неё, acts/2020-17.pdf. Или url.

# When it was published or signed.
contribution-source-date = Когда это опубликовано или подписано.

# The year of the award; or `date`.
award-year = Год награждения; или date.

# The day of the award; or `year`.
award-date = День награждения; или year.

# The id of the region that gave it; if left out, the whole country.
award-region = Id региона, который наградил; без него — вся страна.

# The file name, without the language, of the news item about the event at which it was given.
award-event = Имя файла новости о мероприятии, где вручали награду, без языка.

# The categories, declared once: [{id, name}, …].
award-categories = Номинации, каждая объявлена один раз: id и название.

# Who was honoured, in the order of the list: [{patron, category, note}, …].
award-recipients = Кого наградили, в порядке списка: меценат, номинация, примечание.

# The name by which recipients refer to the category.
category-id = Имя, по которому номинацию называют у награждённых.

# The id of the patron.
recipient-patron = Id мецената.

# The id of one of the award's categories.
recipient-category = Id одной из номинаций этой награды.

# What for, if the list says so.
recipient-note = За что, если в списке сказано.

# The id of the region that the gift went to.
own-contribution-region = Id региона, куда пошла помощь.

# delivered; pledged: promised but not yet given; withdrawn: a promise that will not be kept, shown as such and counted in no total.
own-contribution-status = delivered: передано; pledged: обещано и ещё не передано; withdrawn: обещание, которого не исполнят. Оно не входит ни в одну сумму и показано именно так.

# What was given, if not money: {kk: …, ru: …, en: …}. Then `amount` may be left out.
own-contribution-in_kind = Что передано, если это не деньги, на каждом языке. Тогда amount можно не указывать.

# What it was given for.
own-contribution-purpose = На что дано.

# The id of the patron who gave; for a joint gift, `patrons`.
contribution-patron = Id мецената, который помог; если помогли вместе, patrons.

# The ids of all who gave together: [a, b].
contribution-patrons = Id всех, кто помог вместе: [a, b].

# delivered; pledged: promised but not yet given; withdrawn: a promise that will not be kept, shown as such and counted in no total.
contribution-status = delivered: передано; pledged: обещано и ещё не передано; withdrawn: обещание, которого не исполнят. Оно не входит ни в одну сумму и показано именно так.

# What was given, if not money: {kk: …, ru: …, en: …}. Then `amount` may be left out.
contribution-in_kind = Что передано, если это не деньги, на каждом языке. Тогда amount можно не указывать.

# A name for it, if you want one; nothing refers to it.
correction-id = Имя исправления, если оно нужно; на него никто не ссылается.

# When it was corrected: YYYY-MM-DD, YYYY-MM or YYYY.
correction-date = Когда исправлено: ГГГГ-ММ-ДД, ГГГГ-ММ или ГГГГ.

# The records that were wrong, each by its kind and id: [project/new-school, patron/ulgi-qurylys].
correction-records = Записи с ошибкой, каждая со своим видом и id: [project/new-school, patron/ulgi-qurylys].

# What it said before: whole tenge, or a text in each language.
correction-was = Что там стояло: целые тенге или текст на каждом языке.

# What it says now: whole tenge, or a text in each language.
correction-now = Что там стоит теперь: целые тенге или текст на каждом языке.

# What was wrong and how it came about, in a sentence that readers understand.
correction-reason = В чём была ошибка и откуда она взялась: фраза, понятная читателю.

# A sentence on what belongs to it.
direction-summary = Фраза о том, что сюда относится.

# The id of the region that the figure is about; if left out, the whole country.
figure-region = Id региона, о котором эти данные; без него — вся страна.

# When: a date, or two with .. between them: 2017-04..2021-04.
figure-period = За какое время: дата или две через «..»: 2017-04..2021-04.

# support: help given in all. objects: what was built. pledges: what was promised.
figure-measure = support: вся помощь. objects: что построено. pledges: что обещано.

# exact, or rounded (“more than 3 billion”).
figure-precision = exact: точное число; rounded: округлённое («более 3 миллиардов»).

# How many patrons were reported.
figure-patrons = О скольких меценатах сообщили.

# How many projects were reported.
figure-projects = О скольких проектах сообщили.

# How many facilities were reported.
figure-objects = О скольких объектах сообщили.

# The id of the larger figure that this one is a part of.
figure-part_of = Id большего числа, в которое входит это.

# The rows that were reported: [{object or direction or label, amount, projects}, …].
figure-breakdown = Строки разбивки: вид помощи, направление или подпись, сумма, число проектов.

# What exactly was counted.
figure-note = Что именно сосчитано.

# Where it was reported: {title, url, date}.
figure-source = Где об этом сообщили: название, адрес, дата.

# What the row is about, if it is neither a kind of help nor a direction.
breakdown-label = О чём строка, если это ни вид помощи, ни направление.

# How many projects the row has.
breakdown-projects = Сколько проектов в строке.

# The title of the source: one text, or one in each language.
source-title = Название источника: одно или на каждом языке.

# The address of the source: https://…
source-url = Адрес источника: https://…

# When it was published.
source-date = Когда опубликовано.

# Where the event takes place, in each language.
write-up-place = Где проходит мероприятие, на каждом языке.

# The name of many of them: “schools”.
object-kind-plural = Название во множественном числе: «Школы».

# The id of the wider kind that this one belongs to.
object-kind-parent = Id более общего вида, к которому относится этот.

# top: in the menu at the top, after the sections. footer: at the foot of every page; this is the default. none: only links in texts lead to it.
write-up-menu = top: в меню наверху, после разделов. footer: внизу каждой страницы; так будет, если не указано. none: сюда ведут только ссылки из текстов.

# Its place among the pages of that menu, the smallest number first; pages without a number come last, by title.
write-up-order = Место среди страниц этого меню, меньшие числа раньше; страницы без числа идут в конце, по заголовкам.

# What it was called before: [{name, until}, …].
patron-former_names = Как назывался раньше: название и до какого времени.

# When it was given up: YYYY-MM-DD, YYYY-MM or YYYY.
former-patron-name-until = Когда от него отказались: ГГГГ-ММ-ДД, ГГГГ-ММ или ГГГГ.

# person, company, fund, association or group (people without a legal form, such as a class).
patron-kind = person: человек; company: компания; fund: фонд; association: объединение; group: люди без юридического лица, например выпускники.

# The id of the region that the patron comes from.
patron-region = Id региона, откуда меценат.

# The year of the first help: 2016.
patron-since = Год первой помощи: 2016.

# public: the name may be shown. anonymous: the money counts, but the name and the id appear nowhere. Required for a person.
patron-consent = public: имя можно показать. anonymous: деньги считаются, а имени и id нет нигде. У человека указать обязательно.

# The patron's own site: https://…
patron-site = Свой сайт мецената: https://…

# How many people a group has; only groups.
patron-members = Сколько людей в группе; только у group.

# Gifts that belong to no project with a page of its own.
patron-contributions = Вклады, которые не относятся ни к одному проекту со своей страницей.

# planned, under-way, completed or cancelled. A planned project's gifts are pledged; of a cancelled one, the delivered gifts count and the pledges do not.
write-up-status = planned: запланирован; under-way: выполняется; completed: завершён; cancelled: отменён. Вклады в запланированный проект считаются обещанными; у отменённого переданное считается, обещанное нет.

# When work began: YYYY-MM-DD, YYYY-MM or YYYY.
write-up-started = Когда начались работы: ГГГГ-ММ-ДД, ГГГГ-ММ или ГГГГ.

# When it was completed; required if, and only if, the status is completed.
write-up-completed = Когда завершён; нужно, если статус completed, и только тогда.

# When it was cancelled; required if, and only if, the status is cancelled.
write-up-cancelled = Когда отменён; нужно, если статус cancelled, и только тогда.

# Why it was cancelled: {kk: …, ru: …, en: …}.
write-up-reason = Почему отменён, на каждом языке.

# How many people it serves.
write-up-beneficiaries = Скольким людям это служит.

# [latitude, longitude], in degrees: [43.25, 76.95].
write-up-location = [широта, долгота] в градусах: [43.25, 76.95].

# Who gave what: [{patron, amount, date}, …]. Stated in one language file.
write-up-contributions = Кто что дал: меценат, сумма, дата. Пишется в файле на одном языке.

# The ISO 3166-2 code: KZ-19.
region-iso = Код по ISO 3166-2: KZ-19.

# “In the region”, as it stands in a sentence: {kk: Алматы облысында, ru: в Алматинской области, en: in Almaty Region}.
region-in = «В регионе», как это стоит во фразе: Алматы облысында, в Алматинской области, in Almaty Region.

# What it was called by law before: [{name, in, of, from, until}, …]. Dated lines of that time show that name.
region-former_names = Как регион назывался по закону раньше: название, с какого и по какой день. Строки с датой того времени показывают это название.

# The name of that time in each language: {kk: …, ru: …, en: …}.
former-name-name = Название того времени на каждом языке: kk, ru, en.

# The same as `in` of the region.
former-name-in = То же, что in у региона.

# “Of the region”, as it stands in a sentence: {kk: Нұр-Сұлтан қаласының, ru: города Нур-Султана, en: of Nur-Sultan}.
former-name-of = «Региона», как это стоит во фразе: Нұр-Сұлтан қаласының, города Нур-Султана, of Nur-Sultan.

# Its first day.
former-name-from = Первый день этого названия.

# Its last day.
former-name-until = Последний день этого названия.

# Its administrative centre.
region-centre = Город, откуда регионом управляют.

# How many people live there, with the date and the source.
region-population = Сколько там живёт людей, с датой и источником.

# Where it stands on the map of tiles: [[column, row], …], counted from 0 at the top left.
region-tile = Где регион на карте из клеток: [[столбец, строка], …], счёт с 0 от левого верхнего угла.

# Its first day, if it was formed later than the others.
region-since = Первый день региона, если он образован позже других.

# Its last day, if it no longer exists.
region-until = Последний день региона, если его больше нет.

# The ids of the regions that succeeded it or were split off from it.
region-successors = Id регионов, которые из него вышли.

# Its districts: [{id, kato, name}, …].
region-districts = Районы и города региона: id, код КАТО, название.

# The number of residents.
population-value = Число жителей.

# The date of the count.
population-date = На какой день.

# Who counted them: one text, or one in each language, with the web address at its end if there is one.
population-source = Кто сосчитал: один текст или на каждом языке; в конце может стоять адрес в интернете.

# The word of the edition, as it stands under each figure.
edition-id = Слово редакции, как оно стоит под каждым числом.

# When it was kept: YYYY-MM-DD, YYYY-MM or YYYY.
edition-date = Когда её сохранили: ГГГГ-ММ-ДД, ГГГГ-ММ или ГГГГ.

# The word of the edition that it is compared with.
edition-since = Слово редакции, с которой её сравнивают.

# What was delivered in all before, in whole tenge; left out where no amount was known.
edition-delivered_was = Сколько всего было передано раньше, в целых тенге; поля нет, если ни одна сумма не была известна.

# What was delivered in all when it was kept.
edition-delivered_now = Сколько всего было передано, когда её сохранили.

# What was pledged in all before.
edition-pledged_was = Сколько всего было обещано раньше.

# What was pledged in all when it was kept.
edition-pledged_now = Сколько всего было обещано, когда её сохранили.

# The regions with another sum of what was delivered to them.
edition-regions = Регионы, у которых изменилась переданная сумма.

# The years with another sum of what was delivered in them.
edition-years = Годы, за которые изменилась переданная сумма.

# The directions with another sum of what was delivered for them.
edition-directions = Направления, по которым изменилась переданная сумма.

# The region's id.
edition-change-region = Id региона.

# The year.
edition-change-year = Год.

# The direction's id.
edition-change-direction = Id направления.

# What was delivered before, in whole tenge.
edition-change-was = Сколько было передано раньше, в целых тенге.

# What was delivered when the edition was kept.
edition-change-now = Сколько было передано, когда редакцию сохранили.
