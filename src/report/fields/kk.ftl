### What the fields of records are for, in Kazakh. Above each stands the English text that it says, as the reader of the
### record has it: a test names what is missing, left over or said of another text.

# The name by which other records and links call this one: small Latin letters and digits, words joined by -, at most 64 characters. It is part of the address and should never change.
any-id = Басқа жазбалар мен сілтемелер осы жазбаны атайтын ат: кіші латын әріптері мен цифрлар, сөздер арасында дефис, 64 таңбадан аспайды. Мекенжайда тұрады, өзгермегені жөн.

# The name in each language: {kk: …, ru: …, en: …}.
any-name = Әр тілдегі атауы: kk, ru, en.

# true: invented, only to show how the portal looks. Pages say so; `--samples hide` leaves it out.
any-sample = true: жазба ойдан алынған, тек порталдың қалай көрінетінін көрсетеді. Беттерде бұл айтылады; --samples hide оны көрсетпейді.

# The id of a region in content/regions/.
any-region = content/regions/ ішіндегі өңірдің id мәні.

# The id of a district of that region.
any-district = Сол өңірдегі ауданның немесе қаланың id мәні.

# The id of a direction in content/directions/: charity, sponsorship, civic-initiative, infrastructure.
any-direction = content/directions/ ішіндегі бағыттың id мәні: charity, sponsorship, civic-initiative, infrastructure.

# The id of a kind of help in content/objects/: school, kindergarten, …
any-object = content/objects/ ішіндегі көмек түрінің id мәні: school, kindergarten, …

# Whole tenge, 1 to 10¹⁵: 3837144000, or in groups of three, 3 837 144 000. No signs, units or fractions.
any-amount = Бүтін теңге, 1-ден 10¹⁵-ке дейін: 3837144000 немесе үш-үштен топтап, 3 837 144 000. Таңбасыз, өлшем бірліксіз, бөлшексіз.

# YYYY-MM-DD, YYYY-MM or YYYY: as precisely as it is known.
any-date = ЖЖЖЖ-АА-КК, ЖЖЖЖ-АА немесе ЖЖЖЖ: қаншалықты дәл белгілі болса, сонша.

# The code in the classifier of administrative units (KATO), in quotation marks: "190000000".
any-kato = Әкімшілік-аумақтық объектілер жіктеуішіндегі (ӘАОЖ) коды, тырнақшада: "190000000".

# Old addresses that lead here: [old-name, /old/path/].
any-aliases = Осы бетке апаратын бұрынғы мекенжайлар: [old-name, /old/path/].

# Warnings that have been checked and are accepted here: [{warning: T0219, why: …}].
any-accept = Қаралып, осы жерде қалдырылған ескертулер: коды мен себебі.

# The code of the warning.
acceptance-warning = Ескертудің коды.

# For T0225 and T0230: the id of the anonymous patron who shares a name with somebody else. Required for T0225.
acceptance-patron = T0225 пен T0230 үшін: аты басқа біреудің атымен бірдей, аты жарияланбайтын меценаттың id мәні. T0225 үшін міндетті.

# Why it is accepted: what was checked, and what was found.
acceptance-why = Ескерту неге қалады: не қаралды және не шықты.

# Accepted warnings about files that hold no record, one [[accept]] for each.
site-accept = Жазбасы жоқ файлдарда қалдырылған ескертулер, әрқайсысына бір [[accept]].

# The code of the warning.
file-acceptance-warning = Ескертудің коды.

# For T0225 and T0230: the id of the anonymous patron who shares a name with somebody else. Required for T0225.
file-acceptance-patron = T0225 пен T0230 үшін: аты басқа біреудің атымен бірдей, аты жарияланбайтын меценаттың id мәні. T0225 үшін міндетті.

# Why it is accepted: what was checked, and what was found.
file-acceptance-why = Ескерту неге қалады: не қаралды және не шықты.

# The file, by its path from the root of the site, or in the output: content/static/list.csv.
file-acceptance-file = Файл: сайт түбірінен не дайын сайттағы жолы: content/static/list.csv.

# The name of the site, in the languages that it has.
site-title = Порталдың өз тілдеріндегі атауы.

# A sentence or two about it, for search engines and those who share a link.
site-description = Портал туралы бір-екі сөйлем: іздеу жүйелеріне және сілтемемен бөлісушілерге арналған.

# The address that the site will have: https://… A path in it is kept in every link.
site-base_url = Портал тұратын мекенжай: https://… Ондағы жол әр сілтемеде сақталады.

# The theme: a folder in themes/. If left out, tagzym, which is built into the program; if the site has a folder themes/tagzym, that takes its place.
site-theme = Безендіру, themes/ ішіндегі қалта. Көрсетілмесе, tagzym: ол бағдарламаның ішінде, ал порталда themes/tagzym қалтасы болса, сол алынады.

# The languages of the site, in the order in which readers are offered them.
site-languages = Порталдың тілдері, оқырманға ұсынылатын ретімен.

# The language of the 404 page at the root, and where old addresses from the root lead; if left out, the first of `languages`.
site-default_language = Ортақ 404 бетінің тілі, тілі көрсетілмеген бұрынғы мекенжайлар да соған апарады. Көрсетілмесе, languages тізіміндегі бірінші тіл.

# The languages that every write-up and every localised text of a record must have; if left out, `default_language`.
site-required = Әр мәтін мен әр атау міндетті түрде болуға тиіс тілдер. Көрсетілмесе, default_language.

# The languages that stand in for a missing one, the best first; if left out, kk, ru, en, as far as the site has them.
site-fallback = Жоқ тілдің орнына алынатын тілдер, ең дұрысы бірінші. Көрсетілмесе: портал тілдерінің ішінен kk, ru, en.

# show: records marked `sample: true` are shown, and every page says so; this is the default. hide: they appear on no page and in no total. forbid: each is an error.
site-samples = show: sample: true жазбалары көрсетіледі, әр бетте бұл айтылады; көрсетілмесе, осылай болады. hide: олар беттерде де, сомаларда да жоқ. forbid: әрқайсысы қате болып саналады.

# The id of a region, if the portal is about that one alone: its texts then say so, and the home page shows its districts. If left out, the portal is about the whole country.
site-scope = Портал тек бір өңір туралы болса, сол өңірдің id мәні: порталдағы жазулар соны айтады, басты бетте аудандары тұрады. Көрсетілмесе, портал бүкіл ел туралы.

# The earliest year that the site tells of; 1991 if left out. Earlier dates are warned about.
site-first_year = Портал қамтитын ең ерте жыл; көрсетілмесе, 1991. Одан ерте күндерге ескерту беріледі.

# A GeoJSON file in content/ with the shapes of regions, drawn instead of tiles: content/outlines.geojson.
site-outlines = content/ ішіндегі GeoJSON файлы: өңірлердің шекара сызықтары шаршылардың орнына салынады: content/outlines.geojson.

# How to reach the editors: an email address, a web address, or other words. Readers use either of the first two to report a mistake in a record.
site-contact = Редакциямен байланыс: пошта, интернет мекенжайы немесе басқа сөз. Алғашқы екеуі арқылы оқырман жазбадағы қатені хабарлайды.

# The licence of the data, as readers see it: CC BY 4.0.
site-licence = Деректердің лицензиясы, оқырман көретін түрде: CC BY 4.0.

# In Kazakh.
localised-kk = Қазақша.

# In Russian.
localised-ru = Орысша.

# In English.
localised-en = Ағылшынша.

# The title in this file's language.
write-up-title = Осы файлдың тіліндегі тақырып.

# One or two sentences for lists and search engines, in this file's language.
write-up-summary = Тізімдер мен іздеу жүйелеріне арналған бір-екі сөйлем, осы файлдың тілінде.

# true: on no page and in no total, unless `--drafts` is given.
write-up-draft = true: мәтін әлі жарияланбайды. --drafts берілмесе, беттерде де, сомаларда да болмайды.

# The last part of the address, if it should differ from the file's name; the same in all languages.
write-up-slug = Мекенжайдың соңғы бөлігі, файл атынан өзгеше болуы керек болса; барлық тілде бірдей.

# The picture at the head: {file, alt, caption}.
write-up-image = Бет басындағы сурет: файлы, онда не көрінетіні, астындағы жазуы.

# More pictures, shown together under the text: before and after, each step.
write-up-images = Мәтін астында бірге көрсетілетін өзге суреттер: бұрын және кейін, әр кезең.

# What this text was translated from: {lang, digest}.
write-up-source = Бұл мәтін неден аударылған: түпнұсқаның тілі мен бақылау сомасы.

# The file beside this text: gym.jpg.
image-file = Осы мәтіннің жанындағы файл: gym.jpg.

# What the picture shows, for those who cannot see it.
image-alt = Суретте не көрінеді: оны көре алмайтындар үшін.

# The text under the picture.
image-caption = Сурет астындағы жазу.

# The file beside this text: hall-before.jpg.
gallery-image-file = Осы мәтіннің жанындағы файл: hall-before.jpg.

# What the picture shows, for those who cannot see it, in each language.
gallery-image-alt = Суретте не көрінеді, әр тілде: оны көре алмайтындар үшін.

# The text under the picture, in each language.
gallery-image-caption = Сурет астындағы жазу, әр тілде.

# The language of the original: kk, ru or en.
translation-source-lang = Түпнұсқаның тілі: kk, ru немесе en.

# The digest of the original at the time of the translation.
translation-source-digest = Түпнұсқаның аударма жасалған кездегі бақылау сомасы.

# How another list, such as a table of gifts, refers to this one. It appears on no page; in the open data it is the row's id, unless a giver must not be named. No two gifts may share it.
own-contribution-id = Басқа тізім, мысалы көмек кестесі, осы көмекті сол арқылы таниды. Беттерде көрсетілмейді; берушіні атауға болатын болса, ашық деректерде жолдың id мәні. Бірдей екеуі болмайды.

# How another list, such as a table of gifts, refers to this one. It appears on no page; in the open data it is the row's id, unless a giver must not be named. No two gifts may share it.
contribution-id = Басқа тізім, мысалы көмек кестесі, осы көмекті сол арқылы таниды. Беттерде көрсетілмейді; берушіні атауға болатын болса, ашық деректерде жолдың id мәні. Бірдей екеуі болмайды.

# When it became known that the pledge would not be kept; only with status: withdrawn.
own-contribution-withdrawn = Уәде орындалмайтыны қашан белгілі болды; тек status: withdrawn болғанда.

# When it became known that the pledge would not be kept; only with status: withdrawn.
contribution-withdrawn = Уәде орындалмайтыны қашан белгілі болды; тек status: withdrawn болғанда.

# Where the gift can be verified: {title, url, date} or {title, file, date}.
own-contribution-source = Мұны қайдан тексеруге болады: атауы, мекенжайы немесе файлы, күні.

# Where the gift can be verified: {title, url, date} or {title, file, date}.
contribution-source = Мұны қайдан тексеруге болады: атауы, мекенжайы немесе файлы, күні.

# What else readers should know about the gift: {kk: …, ru: …, en: …}.
own-contribution-note = Осы көмек туралы оқырман тағы не білуі керек, әр тілде.

# What else readers should know about the gift: {kk: …, ru: …, en: …}.
contribution-note = Осы көмек туралы оқырман тағы не білуі керек, әр тілде.

# The title of the publication or document: one text, or one in each language.
contribution-source-title = Жарияланымның немесе құжаттың атауы: біреу не әр тілде.

# Its web address: https://… Or `file`.
contribution-source-url = Интернеттегі мекенжайы: https://… Немесе file.

# The document in content/static/, by its path there: acts/2020-17.pdf. Or `url`.
contribution-source-file = content/static/ ішіндегі құжат, сондағы жолымен: acts/2020-17.pdf. Немесе url.

# When it was published or signed.
contribution-source-date = Қашан жарияланды немесе қол қойылды.

# The year of the award; or `date`.
award-year = Марапатталған жыл; немесе date.

# The day of the award; or `year`.
award-date = Марапатталған күн; немесе year.

# The id of the region that gave it; if left out, the whole country.
award-region = Марапаттаған өңірдің id мәні; көрсетілмесе, бүкіл ел.

# The file name, without the language, of the news item about the event at which it was given.
award-event = Марапат табысталған іс-шара туралы жаңалық файлының аты, тілі жазылмайды.

# The categories, declared once: [{id, name}, …].
award-categories = Аталымдар, әрқайсысы бір рет жарияланады: id мен атауы.

# Who was honoured, in the order of the list: [{patron, category, note}, …].
award-recipients = Кімдер марапатталды, тізімдегі ретімен: меценат, аталым, ескертпе.

# The name by which recipients refer to the category.
category-id = Марапатталғандар аталымды осы атпен атайды.

# The id of the patron.
recipient-patron = Меценаттың id мәні.

# The id of one of the award's categories.
recipient-category = Осы марапаттың бір аталымының id мәні.

# What for, if the list says so.
recipient-note = Не үшін берілді, тізімде айтылса.

# The id of the region that the gift went to.
own-contribution-region = Көмек берілген өңірдің id мәні.

# delivered; pledged: promised but not yet given; withdrawn: a promise that will not be kept, shown as such and counted in no total.
own-contribution-status = delivered: берілді; pledged: уәде етілді, әлі берілген жоқ; withdrawn: орындалмайтын уәде. Ол ешбір сомаға кірмейді, сол күйінде көрсетіледі.

# What was given, if not money: {kk: …, ru: …, en: …}. Then `amount` may be left out.
own-contribution-in_kind = Ақша болмаса, не берілді, әр тілде. Онда amount көрсетілмесе де болады.

# What it was given for.
own-contribution-purpose = Не үшін берілді.

# The id of the patron who gave; for a joint gift, `patrons`.
contribution-patron = Көмектескен меценаттың id мәні; бірнешеуі бірге берсе, patrons.

# The ids of all who gave together: [a, b].
contribution-patrons = Бірге көмектескендердің бәрінің id мәні: [a, b].

# delivered; pledged: promised but not yet given; withdrawn: a promise that will not be kept, shown as such and counted in no total.
contribution-status = delivered: берілді; pledged: уәде етілді, әлі берілген жоқ; withdrawn: орындалмайтын уәде. Ол ешбір сомаға кірмейді, сол күйінде көрсетіледі.

# What was given, if not money: {kk: …, ru: …, en: …}. Then `amount` may be left out.
contribution-in_kind = Ақша болмаса, не берілді, әр тілде. Онда amount көрсетілмесе де болады.

# A name for it, if you want one; nothing refers to it.
correction-id = Түзетудің аты, керек болса; оған ешкім сілтемейді.

# When it was corrected: YYYY-MM-DD, YYYY-MM or YYYY.
correction-date = Қашан түзетілді: ЖЖЖЖ-АА-КК, ЖЖЖЖ-АА немесе ЖЖЖЖ.

# The records that were wrong, each by its kind and id: [project/new-school, patron/ulgi-qurylys].
correction-records = Қатесі болған жазбалар, әрқайсысы түрі мен id мәнін қоса: [project/new-school, patron/ulgi-qurylys].

# What it said before: whole tenge, or a text in each language.
correction-was = Бұрын не тұрды: бүтін теңге немесе әр тілдегі мәтін.

# What it says now: whole tenge, or a text in each language.
correction-now = Қазір не тұр: бүтін теңге немесе әр тілдегі мәтін.

# What was wrong and how it came about, in a sentence that readers understand.
correction-reason = Қате неде еді, қайдан шықты: оқырманға түсінікті бір сөйлем.

# A sentence on what belongs to it.
direction-summary = Бұған не жататыны туралы бір сөйлем.

# The id of the region that the figure is about; if left out, the whole country.
figure-region = Сан қай өңір туралы болса, сол өңірдің id мәні; көрсетілмесе, бүкіл ел.

# When: a date, or two with .. between them: 2017-04..2021-04.
figure-period = Қай кезең: бір күн немесе арасында «..» тұратын екі күн: 2017-04..2021-04.

# support: help given in all. objects: what was built. pledges: what was promised.
figure-measure = support: барлық көмек. objects: не салынды. pledges: не уәде етілді.

# exact, or rounded (“more than 3 billion”).
figure-precision = exact: дәл сан; rounded: дөңгелектелген («3 миллиардтан астам»).

# How many patrons were reported.
figure-patrons = Неше меценат туралы хабарланды.

# How many projects were reported.
figure-projects = Неше жоба туралы хабарланды.

# How many facilities were reported.
figure-objects = Неше нысан туралы хабарланды.

# The id of the larger figure that this one is a part of.
figure-part_of = Осы сан бөлігі болатын үлкен санның id мәні.

# The rows that were reported: [{object or direction or label, amount, projects}, …].
figure-breakdown = Бөліністің жолдары: көмек түрі, бағыт немесе атауы, сомасы, жобалар саны.

# What exactly was counted.
figure-note = Нақты не саналды.

# Where it was reported: {title, url, date}.
figure-source = Қайда хабарланды: атауы, мекенжайы, күні.

# What the row is about, if it is neither a kind of help nor a direction.
breakdown-label = Көмек түрі де, бағыт та болмаса, жол не туралы.

# How many projects the row has.
breakdown-projects = Жолда неше жоба бар.

# The title of the source: one text, or one in each language.
source-title = Дереккөздің атауы: біреу не әр тілде.

# The address of the source: https://…
source-url = Дереккөздің мекенжайы: https://…

# When it was published.
source-date = Қашан жарияланды.

# Where the event takes place, in each language.
write-up-place = Іс-шара өтетін жер, әр тілде.

# The name of many of them: “schools”.
object-kind-plural = Көпше атауы: «Мектептер».

# The id of the wider kind that this one belongs to.
object-kind-parent = Осы түр кіретін жалпырақ түрдің id мәні.

# top: in the menu at the top, after the sections. footer: at the foot of every page; this is the default. none: only links in texts lead to it.
write-up-menu = top: жоғарғы мәзірде, бөлімдерден кейін. footer: әр беттің төменінде; көрсетілмесе, осылай болады. none: мұнда тек мәтіндердегі сілтемелер апарады.

# Its place among the pages of that menu, the smallest number first; pages without a number come last, by title.
write-up-order = Сол мәзірдегі беттер арасындағы орны, кіші сан бұрын тұрады; саны жоқ беттер соңында, тақырып ретімен.

# What it was called before: [{name, until}, …].
patron-former_names = Бұрын қалай аталған: атауы және қай уақытқа дейін.

# When it was given up: YYYY-MM-DD, YYYY-MM or YYYY.
former-patron-name-until = Ол атаудан қашан бас тартылды: ЖЖЖЖ-АА-КК, ЖЖЖЖ-АА немесе ЖЖЖЖ.

# person, company, fund, association or group (people without a legal form, such as a class).
patron-kind = person: адам; company: компания; fund: қор; association: бірлестік; group: заңды тұлға емес топ, мысалы түлектер.

# The id of the region that the patron comes from.
patron-region = Меценат қай өңірден болса, сол өңірдің id мәні.

# The year of the first help: 2016.
patron-since = Алғаш көмектескен жылы: 2016.

# public: the name may be shown. anonymous: the money counts, but the name and the id appear nowhere. Required for a person.
patron-consent = public: атын көрсетуге болады. anonymous: ақшасы саналады, аты мен id мәні еш жерде жоқ. Адам үшін міндетті түрде көрсетіледі.

# The patron's own site: https://…
patron-site = Меценаттың өз сайты: https://…

# How many people a group has; only groups.
patron-members = Топта неше адам бар; тек group үшін.

# Gifts that belong to no project with a page of its own.
patron-contributions = Жеке беті бар жобаға жатпайтын көмек.

# planned, under-way, completed or cancelled. A planned project's gifts are pledged; of a cancelled one, the delivered gifts count and the pledges do not.
write-up-status = planned: жоспарланған; under-way: іске асырылып жатыр; completed: аяқталған; cancelled: тоқтатылған. Жоспарланған жобаға көмек уәде етілген болып саналады; тоқтатылғанның берілгені саналады, уәдесі саналмайды.

# When work began: YYYY-MM-DD, YYYY-MM or YYYY.
write-up-started = Жұмыс қашан басталды: ЖЖЖЖ-АА-КК, ЖЖЖЖ-АА немесе ЖЖЖЖ.

# When it was completed; required if, and only if, the status is completed.
write-up-completed = Қашан аяқталды; мәртебесі completed болса ғана және сонда міндетті.

# When it was cancelled; required if, and only if, the status is cancelled.
write-up-cancelled = Қашан тоқтатылды; мәртебесі cancelled болса ғана және сонда міндетті.

# Why it was cancelled: {kk: …, ru: …, en: …}.
write-up-reason = Неге тоқтатылды, әр тілде.

# How many people it serves.
write-up-beneficiaries = Игілігін қанша адам көреді.

# [latitude, longitude], in degrees: [43.25, 76.95].
write-up-location = [ендік, бойлық] градуспен: [43.25, 76.95].

# Who gave what: [{patron, amount, date}, …]. Stated in one language file.
write-up-contributions = Кім не берді: меценат, сома, күн. Бір тілдегі файлда жазылады.

# The ISO 3166-2 code: KZ-19.
region-iso = ISO 3166-2 коды: KZ-19.

# “In the region”, as it stands in a sentence: {kk: Алматы облысында, ru: в Алматинской области, en: in Almaty Region}.
region-in = «Өңірде» деген түрі, сөйлемдегідей: Алматы облысында, в Алматинской области, in Almaty Region.

# What it was called by law before: [{name, in, of, from, until}, …]. Dated lines of that time show that name.
region-former_names = Өңір бұрын заң бойынша қалай аталған: атауы, қай күннен қай күнге дейін. Сол кездегі күні бар жолдар осы атауды көрсетеді.

# The name of that time in each language: {kk: …, ru: …, en: …}.
former-name-name = Сол кездегі атауы әр тілде: kk, ru, en.

# The same as `in` of the region.
former-name-in = Өңірдің in өрісімен бірдей.

# “Of the region”, as it stands in a sentence: {kk: Нұр-Сұлтан қаласының, ru: города Нур-Султана, en: of Nur-Sultan}.
former-name-of = «Өңірдің» деген түрі, сөйлемдегідей: Нұр-Сұлтан қаласының, города Нур-Султана, of Nur-Sultan.

# Its first day.
former-name-from = Осы атаудың бірінші күні.

# Its last day.
former-name-until = Осы атаудың соңғы күні.

# Its administrative centre.
region-centre = Өңірдің орталығы.

# How many people live there, with the date and the source.
region-population = Онда неше адам тұрады, күні мен дереккөзі.

# Where it stands on the map of tiles: [[column, row], …], counted from 0 at the top left.
region-tile = Шаршы картадағы орны: [[баған, жол], …], сол жақ жоғарғы бұрыштан 0-ден басталады.

# Its first day, if it was formed later than the others.
region-since = Өңірдің бірінші күні, басқалардан кейін құрылса.

# Its last day, if it no longer exists.
region-until = Өңірдің соңғы күні, ол қазір болмаса.

# The ids of the regions that succeeded it or were split off from it.
region-successors = Одан шыққан өңірлердің id мәні.

# Its districts: [{id, kato, name}, …].
region-districts = Аудандары мен қалалары: id, ӘАОЖ коды, атауы.

# The number of residents.
population-value = Тұрғындар саны.

# The date of the count.
population-date = Қай күнгі сан.

# Who counted them: one text, or one in each language, with the web address at its end if there is one.
population-source = Кім санады: бір мәтін не әр тілде; соңында интернет мекенжайы тұруы мүмкін.

# The word of the edition, as it stands under each figure.
edition-id = Нұсқаның сөзі: әр санның астында дәл осылай тұрады.

# When it was kept: YYYY-MM-DD, YYYY-MM or YYYY.
edition-date = Қашан сақталды: ЖЖЖЖ-АА-КК, ЖЖЖЖ-АА немесе ЖЖЖЖ.

# The word of the edition that it is compared with.
edition-since = Осымен салыстырылатын нұсқаның сөзі.

# What was delivered in all before, in whole tenge; left out where no amount was known.
edition-delivered_was = Бұрын барлығы қанша берілгені, бүтін теңгемен; бірде-бір сома белгісіз болса, бұл өріс болмайды.

# What was delivered in all when it was kept.
edition-delivered_now = Нұсқа сақталған кезде барлығы қанша берілгені.

# What was pledged in all before.
edition-pledged_was = Бұрын барлығы қанша уәде етілгені.

# What was pledged in all when it was kept.
edition-pledged_now = Нұсқа сақталған кезде барлығы қанша уәде етілгені.

# The regions with another sum of what was delivered to them.
edition-regions = Берілген сомасы өзгерген өңірлер.

# The years with another sum of what was delivered in them.
edition-years = Берілген сомасы өзгерген жылдар.

# The directions with another sum of what was delivered for them.
edition-directions = Берілген сомасы өзгерген бағыттар.

# The region's id.
edition-change-region = Өңірдің id мәні.

# The year.
edition-change-year = Жыл.

# The direction's id.
edition-change-direction = Бағыттың id мәні.

# What was delivered before, in whole tenge.
edition-change-was = Бұрын қанша берілгені, бүтін теңгемен.

# What was delivered when the edition was kept.
edition-change-now = Нұсқа сақталған кезде қанша берілгені.
