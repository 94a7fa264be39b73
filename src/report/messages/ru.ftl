# Что программа говорит редакторам по-русски. На каждый код — одно сообщение; `.help` подсказывает, что написать вместо.
# $kind, $record, $expected и $found — слова из конца этого файла. Они не склоняются: фраза строится под именительный.

unreadable = Этот файл не удалось прочитать: { $reason ->
        [no-permission] нет прав доступа
        [vanished] файла уже нет
       *[other] { $reason }
    }
not-utf8 = Этот файл сохранён не в UTF-8; похоже, его кодировка — { $encoding }
    .help = Сохраните файл заново, выбрав кодировку «UTF-8».
control-character = Здесь стоит невидимый знак: { $character }
    .help = Удалите этот знак и наберите текст заново.
too-large = Этот файл слишком большой: { $size }, а прочитать можно не больше { $limit }
    .help = Разделите его на несколько файлов.
not-a-file = { $what ->
        [link-outside] Эта ссылка ведёт за пределы папки сайта
        [link-hidden] Эта ссылка ведёт к файлу, который не для читателей
        [link-nowhere] Эта ссылка никуда не ведёт
        [link-circle] Эта ссылка ведёт обратно в папку, внутри которой сама лежит
        [link-in-link] Эта ссылка на папку лежит в папке, куда тоже ведёт ссылка
        [pipe] Это не файл, а канал (pipe)
        [socket] Это не файл, а сокет
        [device] Это не файл, а устройство
        [folder] Это папка, а здесь нужен файл
        [not-a-folder] Это файл, а здесь нужна папка
       *[other] Это не файл и не папка этого сайта
    }
    .help = { $what ->
        [folder] Переименуйте папку и положите сюда файл.
        [not-a-folder] Переименуйте файл и создайте папку с этим именем.
       *[other] Положите сюда сам файл.
    }
file-name = Такое имя файла не подходит: { $name }
    .help = Переименуйте файл: хватит букв, цифр, «-» и «.».
unknown-file = Этот файл не используется: сайту незнакомо его место или имя
    .help = Тексты называются «name.kk.md», «name.ru.md» или «name.en.md» и лежат в projects, news или pages; имена файлов с записями кончаются на «.yaml».
no-site = Здесь нет файла site.toml
    .help = Перейдите в папку сайта или укажите её через --root.
toml = Эти настройки не удалось прочитать: { $reason }
    .help = Настройка — это одна строка: name = "текст". Проверьте кавычки, скобки и знак «=».
stray-file = Этого файла нет ни в одном тексте, поэтому он не публикуется
    .help = Вставьте его в текст: ![что на картинке](имя файла) — или удалите. Файлы для скачивания кладите в content/static.
too-many-mistakes = В этом файле больше { $limit } ошибок; остальные не показаны
    .help = Исправьте сначала эти, потом проверьте снова. Часто во всех строках повторяется одна и та же опечатка.
left-out = Этот файл не публикуется: { $what ->
        [lock] его временно положила рядом с открытым документом офисная программа
        [secret] в нём может быть ключ или пароль
        [partial] он загружен не до конца
        [backup] это копия, которую оставил редактор
        [history] это папка с историей файлов
       *[system] его сделала для себя система или программа
    }
    .help = { $what ->
        [lock] Закройте документ; если файл сам не исчезнет, удалите его.
        [secret] Уберите файл из папки сайта. Если он уже попал в репозиторий, смените ключ или пароль: в истории они остаются. Если это что-то другое, переименуйте файл.
        [partial] Загрузите файл заново, а эту часть удалите.
        [history] Удалите её: в ней хранится всё, что когда-либо было на сайте, и то, что с него убрали.
       *[other] Удалите файл. Если он всё-таки для читателей, переименуйте его.
    }
server-program = Это программа для сервера: на статическом хостинге она не выполняется, а её текст может прочитать каждый
    .help = Удалите файл. Если сервер и вправду её выполняет, примите предупреждение в site.toml: [[accept]] с warning = "T0013", file и why.
windows-name = { $what ->
        [device] В Windows нельзя создать ни файл, ни папку с именем «{ $name }»
        [end] В Windows имя файла не может кончаться точкой или пробелом: «{ $name }»
       *[sign] В Windows в имени файла не может быть знаков < > : " | ? *: «{ $name }»
    }
    .help = Дайте другое имя, иначе на компьютере с Windows сайт нельзя будет ни открыть, ни скопировать.

yaml = { $reason ->
        [colon] Эту строку не удалось прочитать: в тексте без кавычек стоит «:» или не закончена строка выше
        [indent] У этой строки не такой отступ, как у строк, к которым она относится
        [sign] Значение не может начинаться с этого знака, а строка — с табуляции
        [quote] У текста, который начинается здесь, нет закрывающей кавычки
        [bracket] Не закрыта скобка или перед этим местом не хватает запятой
        [alias] Знак «*» означает здесь отсылку, но она никуда не ведёт
        [repetition] Отсылки со знаком «*» слишком много раз повторяют друг друга
        [documents] Здесь начинается второй документ, а в файле может быть только один
        [depth] Здесь слишком много значений вложено друг в друга
        [key] Имя поля должно быть простым словом
        [letter] Такой знак в YAML не допускается
       *[other] Это не удалось прочитать как YAML
    }
    .help = { $reason ->
        [colon] Возьмите весь текст в прямые кавычки: title: "Школа: новый корпус".
        [indent] Поставьте в начале столько же пробелов, сколько у соседних строк.
        [sign] Вместо табуляции ставьте пробелы, а текст возьмите в прямые кавычки "…".
        [quote] Поставьте такую же кавычку в конце текста.
        [bracket] Закройте скобку и разделите значения запятыми.
        [letter] Удалите этот знак: часто он не виден. Затем наберите слова рядом с ним заново.
       *[other] Проверьте пробелы в начале строк, а тексты с «:» или «#» возьмите в прямые кавычки "…".
    }
unknown-field = { $record }: нет поля «{ $field }»
missing-field = { $record }: не хватает поля «{ $field }»
    .help = Добавьте строку «{ $field }: …».
repeated-field = Поле «{ $field }» стоит здесь дважды
    .help = Оставьте одну из двух строк.
    .other = в первый раз — здесь
wrong-type = Здесь нужно: { $expected }, а стоит: { $found }
empty-value = Здесь ничего не написано
    .help = Впишите значение или удалите строку.
bad-id = «{ $value }» не годится для id
    .help = В id могут быть строчные латинские буквы, цифры и одиночные дефисы между словами, всего не больше { $limit } знаков: «almaty-region».
bad-amount = Сумма «{ $value }» не подходит: { $reason ->
        [zero] она должна быть больше нуля и не может начинаться с нуля
        [too-large] она больше { $limit } тенге
        [grouping] цифры группируют по три, с одним и тем же знаком между группами
       *[not-digits] сумму пишут в целых тенге и только цифрами
    }
    .help = Напишите целые тенге цифрами: 5000000 или 5 000 000.
bad-date = «{ $value }» — не дата{ $reason ->
        [unreal] : такого дня нет
        [year] : здесь нужен год, четыре цифры
       *[form] {""}
    }
    .help = Пишите так: 2018-06-19, 2018-06 или 2018.
unknown-value = Значение «{ $value }» здесь не подходит
    .help = Можно написать: { $known }.
bad-url = «{ $value }» — не адрес в интернете
    .help = Напишите адрес целиком: https://example.kz/page
out-of-range = Число { $value } выходит за допустимые пределы
    .help = Допустимо от { $least } до { $most }.
missing-language = Этого текста нет на языке «{ $lang }»
    .help = Добавьте сюда «{ $lang }: …».
yaml-tag = Слова, которые начинаются с «!», здесь не используются
    .help = Возьмите текст в прямые кавычки "…".
front-matter = Сведения в начале файла должны стоять между двумя строками «---»
    .help = Начните файл строкой «---», дальше «title: …», потом ещё одна строка «---».
too-deep = Здесь слишком много скобок, вложенных одна в другую
bad-form = Здесь нужно: { $expected }
too-many = Прочитать этот файл нельзя: в нём больше { $limit } { $what ->
        [marks] строк, ссылок и других знаков Markdown
       *[values] значений
    }
    .help = Разделите его на несколько файлов: читаются все файлы папки.
cannot-accept = Код «{ $value }» принять нельзя: { $reason ->
        [error] это ошибка, а не предупреждение
        [needless] ненужное «accept» просто удаляют
       *[unknown] такого кода нет
    }
    .help = { $reason ->
        [error] Исправьте то, на что она указывает: «accept» — только для предупреждений.
        [needless] Удалите строку, на которую оно указывает.
       *[unknown] Возьмите код из самого предупреждения: T0219.
    }
needless-acceptance = Предупреждения { $value } здесь больше нет, принимать нечего
    .help = Удалите строку. Если предупреждение осталось, оно стоит в другом месте: перенесите «accept» туда.

duplicate-id = Один и тот же id «{ $id }» использован дважды ({ $kind })
    .help = Дайте одной из двух записей другой id.
    .other = в первый раз — здесь
unknown-id = Нет записи с id «{ $id }» ({ $kind })
duplicate-address = У двух страниц или файлов один и тот же адрес: «{ $address }»
    .help = Дайте одному из них другой slug или другое имя.
    .other = второй — здесь
reserved-slug = «{ $id }» — часть адресов самого сайта, поэтому адресом страницы быть не может
    .help = Добавьте другой адрес: «slug: …».
cycle = Замкнутый круг: цепочка от «{ $id }» возвращается к «{ $id }»
    .help = Удалите эту строку в одной из записей круга.
fact-differs = Поле «{ $field }» указано дважды и по-разному
    .help = Указывайте такие сведения в файле только одного языка или везде одинаково.
    .other = здесь по-другому
completed-without-date = Проект завершён, а дата завершения не указана
    .help = Добавьте строку «completed: 2018-06-19» или только год.
date-without-completed = Дата завершения указана, а статус — «{ $status }»
    .help = Напишите «status: completed» или удалите дату.
    .other = статус указан здесь
date-order = Даты перепутаны: начало — { $earlier }, конец — { $later }
    .other = другая дата — здесь
region-outside-years = { $when ->
        [after] Региона «{ $region }» в то время уже не было ({ $date })
       *[before] Региона «{ $region }» в то время ещё не было ({ $date })
    }
    .help = { $neighbours ->
        [none] Проверьте дату и регион.
       *[other] Для этой даты подходит: { $neighbours }.
    }
real-names-sample = В настоящей записи указан образец: «{ $id }» ({ $kind })
    .help = Добавьте сюда «sample: true» или укажите настоящую запись.
sample-forbidden = «{ $id }» — образец, а образцы здесь запрещены
    .help = Удалите запись или разрешите образцы: samples = "show" в site.toml.
consent-missing = Не указано, можно ли публиковать имя этого человека
    .help = Добавьте «consent: public» (можно) или «consent: anonymous» (нельзя).
link-to-anonymous = Меценат «{ $id }» не раскрывает имени: его нельзя называть, ставить на него ссылку и рассказывать о нём
    .help = Напишите «меценат, пожелавший остаться неизвестным» — без ссылки.
amount-missing = У вклада не указана сумма
    .help = Добавьте «amount: 5000000» или напишите в «in_kind», что было передано.
giver-missing = У вклада должно быть только одно из двух полей: «patron» или «patrons»
    .help = Если меценат один — «patron: id», если помощь совместная — «patrons: [id, id]».
giver-twice = «{ $id }» стоит здесь дважды
    .help = Удалите одно из двух.
translation-required = «{ $id }»: нет текста на обязательном языке «{ $lang }»
    .help = Добавьте файл на этом языке.
figure-contradicts = Части вместе дают { $sum }, а объявлено { $reported }
    .help = Сверьте с источником. Если так и было объявлено, читатели увидят примечание, а предупреждение примите: «accept: [{"{"}warning: T0219, why: …{"}"}]».
part-larger-than-whole = «{ $id }» больше цифры, частью которой считается
    .help = Сверьте с источником. Если так и было объявлено, читатели увидят примечание, а предупреждение примите: «accept: [{"{"}warning: T0220, why: …{"}"}]».
prose-without-record = К этому тексту нет записи с id «{ $id }» ({ $kind })
    .help = Назовите файл так же, как id записи.
members-of-no-group = Число участников указывают только у группы
    .help = Удалите строку или напишите «kind: group».
unknown-district = В регионе «{ $region }» нет района «{ $id }»
district-without-region = Вместе с районом нужно указать и его регион
    .help = Добавьте регион.
name-leaks = На странице «{ $page }» { $what ->
        [id] стоит id анонимного мецената «{ $id }»
       *[name] названо имя анонимного мецената «{ $id }»
    }{ $others ->
        [none] {""}
       *[other] {" "}(и ещё в других файлах: { $others })
    }
    .help = { $what ->
        [id] Уберите id из текста или дайте меценату другой id, который больше нигде не встречается: «p-» и шесть случайных знаков.
       *[name] Уберите имя из текста: «меценат, пожелавший остаться неизвестным». Если так зовут другого человека, укажите здесь: «accept: [{"{"}warning: T0225, why: …{"}"}]».
    }
    .other = этот меценат — анонимный
name-in-part = Страница «{ $page }», возможно, называет анонимного мецената «{ $id }»: на ней есть фамилия или имя с отчеством{ $others ->
        [none] {""}
        *[other] {" "}(в других файлах тоже: { $others })
    }
    .help = Если речь о меценате, уберите имя из текста: «меценат, пожелавший остаться неизвестным». Если это другой человек, напишите и его имя или примите предупреждение здесь: «accept: [{"{"}warning: T0230, why: …{"}"}]».
    .other = этот меценат анонимен
telling-id = По id этого анонимного мецената можно что-то узнать: это обычное слово или в нём есть часть имени
    .help = Дайте меценату id, который ни о чём не говорит: «{ $free }» свободен. Исправьте его и во вкладах.
telling-text = { $what ->
        [note] Рядом с анонимным меценатом «{ $id }» стоит примечание: по нему его, возможно, узнают
       *[purpose] Во вкладе анонимного мецената «{ $id }» что-то названо по имени: по нему его, возможно, узнают
    }
    .help = { $what ->
        [note] Уберите примечание, если оно подходит немногим: должность, место работы, звание.
       *[purpose] Напишите так, чтобы это подходило ко многим вкладам: «спортивный кубок», без названия.
    }
guessable-patron = Читатели могут догадаться, кто такой анонимный меценат «{ $id }»: { $where ->
        [home] других меценатов этого вида из его региона нет
        [year] его вклад — единственный за год в своём регионе
        [object] его вклад — единственный для такого объекта в своём регионе
       *[project] в проекте нет других вкладов, кроме его вклада
    }{ $gifts ->
        [none] {""}
       *[other] {" "}(вкладов, которые стоят особняком: { $gifts })
    }
    .help = { $where ->
        [home] Укажите родным регион, где есть другие такие меценаты, или более широкий, например «за рубежом»; или другой подходящий вид, например «group».
        [year] Уберите из даты месяц и день и расскажите о вкладе вместе с другими вкладами региона или уберите сумму и напишите в «in_kind», что было передано.
        [object] Уберите «object» или укажите более широкий вид объекта.
       *[project] Расскажите о вкладе вместе с другими или уберите сумму и напишите в «in_kind», что было передано.
    }
gift-before-since = Дата вклада — { $date }, а меценат помогает с { $since } года
    .help = Исправьте дату вклада или поле «since» в записи мецената.
    .other = первый год указан здесь
same-patron = { $other ->
        [none] У анонимного мецената «{ $id }» почти то же имя, что и у мецената, которого можно называть
       *[other] У меценатов «{ $id }» и «{ $other }» почти одинаковые имена
    }
    .help = Если это один и тот же меценат, оставьте одну запись и её id во всех вкладах и наградах. Если это разные меценаты, примите предупреждение: «accept: [{"{"}warning: T0228, why: …{"}"}]».
    .other = второй меценат — здесь
unused-patron = Меценат «{ $id }» не назван ни во вкладах, ни в наградах, ни в текстах
    .help = Добавьте вклад или удалите запись.
cannot-look = Этот файл нельзя проверить: вдруг в нём названы анонимные меценаты
    .help = Убедитесь, что их имён в нём нет. Проверить можно тексты, PDF, DOCX, XLSX и ODT без пароля.
private-metadata = Файл говорит больше, чем показывает. В нём есть{ $place ->
        [no] {""}
       *[first] {" "}координаты места
    }{ $author ->
        [no] {""}
        [first] {" "}имя автора
       *[more] , имя автора
    }{ $camera ->
        [no] {""}
        [first] {" "}модель камеры
       *[more] , модель камеры
    }{ $serial ->
        [no] {""}
        [first] {" "}серийный номер
       *[more] , серийный номер
    }
    .help = Если читателям это знать незачем, сохраните файл заново без метаданных.

raw-html = HTML будет показан как обычный текст: { $html }
    .help = Оформите текст в Markdown или удалите теги.
link-scheme = Такие ссылки здесь не разрешены: { $url }
    .help = Ссылка должна начинаться с https://, http://, mailto:, tel:, / или @.
bad-link = Эта ссылка никуда не ведёт: { $link }
    .help = { $hint ->
        [none] Ссылка на запись пишется так: @project/id. Ссылка на страницу в интернете — полным адресом.
       *[other] Напишите так: { $hint }
    }
bad-query = { $reason ->
        [missing] Здесь не хватает «{ $key }»
        [unknown-value] Значение «{ $key }» здесь не подходит
       *[unknown-key] «{ $key }» здесь указывать нельзя
    }
no-alt = У картинки «{ $file }» нет описания для тех, кто её не видит
    .help = Скажите в нескольких словах, что на ней: ![дети в новом спортзале](gym.jpg)
no-picture = Рядом с этим текстом нет картинки «{ $file }»
    .help = Положите файл в ту же папку или исправьте его имя.
dead-link = На этом сайте нет адреса «{ $url }»
dead-anchor = На той странице нет заголовка «{ $anchor }»
drawing-in-text = Диаграмма, таблица или карта должна стоять отдельным абзацем
    .help = Оставьте пустую строку перед ней и после неё.
mixed-scripts = В слове «{ $word }» смешаны буквы: { $script ->
        [latin] «{ $letters }» — латинские, остальные — кириллица
       *[cyrillic] «{ $letters }» — кириллица, остальные — латинские
    }
    .help = На вид они одинаковы, но поиск такого слова не найдёт. Наберите слово заново, не меняя раскладки.
unseen-character = { $what ->
        [direction] Здесь стоит знак, который меняет направление текста: { $letter }
       *[invisible] Здесь стоит знак, которого не видно: { $letter }
    }
    .help = Удалите его и наберите слово заново: поиск такого слова не найдёт.
heavy-picture = Эта картинка занимает { $size }; всё, что больше { $limit }, загружается слишком долго
    .help = Уменьшите её: 2000 пикселей по длинной стороне достаточно.
wrong-language = Этот текст должен быть { $lang ->
        [kk] на казахском
        [ru] на русском
       *[en] на английском
    }, а похоже, что он { $seems ->
        [kk] на казахском
        [ru] на русском
        [cyrillic] на казахском или русском
       *[en] на английском
    }
    .help = Вставьте сюда перевод или исправьте язык в имени файла.

no-theme = Нет темы оформления «{ $theme }»
    .help = Тема — это папка внутри themes/, в которой есть файл theme.toml.
template = Этот шаблон нельзя использовать: { $reason }
message-file = Это сообщение нельзя использовать: { $reason }
render = Страницу { $page } не удалось собрать: { $reason }
theme-circle = Тема «{ $theme }» основана на самой себе
message-missing = На языке «{ $lang }» нет сообщения «{ $id }»
    .help = Добавьте его в файлы этого языка.
message-forgets = В сообщении «{ $id }» нет переменной «${ $variable }», а на языке «{ $lang }» она есть
    .other = здесь она есть
message-invents = В сообщении «{ $id }» есть переменная «${ $variable }», а на языке «{ $lang }» её нет
    .other = здесь её нет
message-twice = Сообщение «{ $id }» записано на этом языке дважды
    .other = впервые здесь
message-unused = Сообщение «{ $id }» нигде не показывается
    .help = Удалите его на всех языках или проверьте имя.
message-unknown = Нет сообщения «{ $id }»
message-not-literal = Шаблон называет сообщение его именем в кавычках
    .help = Пишите t(id="имя"), а выбор делайте внутри сообщения.
message-not-given = Сообщению «{ $id }» нужна переменная «{ $variable }», а здесь её не дают
message-lacking = В теме нет сообщения «{ $id }», а программе оно нужно
    .help = Добавьте его на каждом языке: в папку locales/ темы или в content/locales/.
translation-of-nothing = Нет текста на языке «{ $lang }», с которого этот мог бы быть переведён
    .help = Укажите язык оригинала или уберите «source».

sums-differ = Суммы не сходятся ({ $axis }): вместе { $sum }, а всего { $whole }. Это ошибка программы, а не ваших материалов

# Outlines
no-outlines = В content/ нет файла с контурами «{ $file }»
    .help = Укажите файл этого сайта с окончанием .geojson: outlines = "content/outlines.geojson".
outline-json = Это не JSON: здесь нарушена его запись
    .help = Выгрузите файл заново; не правьте его вручную.
outline-form = { $reason ->
        [not-a-collection] Контуры — это «FeatureCollection» формата GeoJSON, а здесь что-то другое
        [no-feature] Это не объект GeoJSON (feature)
        [no-id] Не сказано, контур какого это региона
        [no-polygon] Контур региона — это «Polygon» или «MultiPolygon»
       *[no-rings] Координаты этого контура не составляют замкнутых колец
    }
    .help = { $reason ->
        [no-id] Добавьте id региона в свойства: "properties": {"{"}"id": "abai"{"}"}.
       *[other] Выгрузите регионы как полигоны в формате GeoJSON (WGS 84).
    }
outline-range = Такой точки на земном шаре нет
    .help = Точка — это [долгота, широта] в градусах: [71.4, 51.1].
outline-missing = У региона «{ $id }» нет контура: на картах его не будет
    .help = Добавьте контур в файл или уберите «outlines» из site.toml.

did-you-mean = Может быть, { $names }?
severity-error = ошибка
severity-warning = предупреждение
summary-errors = { $errors ->
        [one] { $errors } ошибка
        [few] { $errors } ошибки
        [many] { $errors } ошибок
       *[other] { $errors } ошибки
    }
summary-warnings = { $warnings ->
        [one] { $warnings } предупреждение
        [few] { $warnings } предупреждения
        [many] { $warnings } предупреждений
       *[other] { $warnings } предупреждения
    }
summary-hidden = { $hidden ->
        [one] ещё { $hidden } сообщение не показано
        [few] ещё { $hidden } сообщения не показаны
        [many] ещё { $hidden } сообщений не показано
       *[other] ещё { $hidden } сообщения не показано
    }
repeated = то же самое ещё в { $times ->
        [one] { $times } месте
        [few] { $times } местах
        [many] { $times } местах
       *[other] { $times } места
    }
list-or = или

word-secret = слово этого имени
word-site = настройки сайта
word-theme = тема оформления
word-region = регион
word-population = население
word-district = район
word-direction = направление
word-object-kind = вид объекта
word-object = вид объекта
word-patron = меценат
word-own-contribution = собственный вклад мецената
word-contribution = вклад
word-award = награда
word-category = категория
word-recipient = лауреат
word-figure = объявленная цифра
word-breakdown = строка разбивки (одно из полей «object», «direction», «label»)
word-source = источник
word-write-up = текст
word-project = проект
word-news = новость
word-page = страница
word-acceptance = принятое предупреждение
word-file-acceptance = принятое предупреждение у файла
word-translation-source = исходный текст перевода
word-image = картинка
word-portrait = рассказ о меценате или регионе
word-localised = текст на нескольких языках {"{"}kk: …, ru: …, en: …{"}"}
word-text = текст
word-number = число
word-amount = сумма
word-date = дата
word-list = список
word-fields = группа полей
word-yes-or-no = «true» или «false»
word-nothing = пустое место
word-cell = клетка карты [столбец, строка]
word-location = координаты места [широта, долгота]
word-picture = имя картинки рядом с текстом (jpg, png, webp, avif или gif)
word-alias = прежний slug или прежний адрес, который начинается с «/»

quoted = «{ $name }»
write = Напишите: { $text }
lookalike = Присмотритесь: { $letters }
lookalike-letter = { $kind ->
        [cyrillic] «{ $letter }» — кириллическая буква ({ $code }) среди латинских
        [latin] «{ $letter }» — латинская буква ({ $code }) среди кириллических
        [invisible] здесь есть невидимый знак ({ $code })
        [direction] здесь есть знак, который меняет направление текста ({ $code })
       *[space] здесь стоит необычный пробел ({ $code })
    }

# Что говорят сами команды.
cli-error = ошибка: { $text }
cli-done = { $what ->
        [built] Собрано
       *[checked] Проверено
    }: { cli-pages } на { cli-languages } из { cli-records }; всего передано { $amount }; { summary-warnings }{ cli-done-accepted }; { $time }
cli-pages = { $pages ->
        [one] { $pages } страница
        [few] { $pages } страницы
        [many] { $pages } страниц
       *[other] { $pages } страницы
    }
cli-languages = { $languages ->
        [one] { $languages } языке
       *[other] { $languages } языках
    }
cli-records = { $records ->
        [one] { $records } записи
       *[other] { $records } записей
    }
cli-accepted = { $place }: { $code } принято: { $why }
cli-namesakes = Имя, которое носят и открытый, и анонимный меценат, стоит в { $files ->
        [one] { $files } файле
        [few] { $files } файлах
        [many] { $files } файлах
       *[other] { $files } файла
    }
cli-done-accepted = { $accepted ->
        [0] {""}
        [one] ; принято { $accepted } предупреждение
        [few] ; принято { $accepted } предупреждения
        [many] ; принято { $accepted } предупреждений
       *[other] ; принято { $accepted } предупреждения
    }
cli-in = { $line }; папка: { $out }
cli-nothing-written = Ничего не записано: { $out } — без изменений
cli-no-folder = нет папки { $path }
cli-milliseconds = { $time } мс
cli-seconds = { $whole },{ $tenth } с
cli-step-prepare = чтение, разбор, связи, суммы, план
cli-step-inspect = внимательный просмотр
cli-step-render = сборка страниц
cli-step-write = сборка и запись страниц
cli-step-replace = замена прежнего сайта

cli-not-ours = в папке { $path } есть файлы, которые создала не эта программа; укажите другую папку или освободите эту
cli-not-a-folder = { $path } — файл или ссылка, а не папка; укажите другую папку
cli-holds-site = папка для сайта { $path } заняла бы место папки { $other } с исходными материалами; укажите другую
cli-inside-site = папка для сайта { $path } лежит внутри { $other }, откуда читаются материалы; укажите другую
cli-bad-path = файл сайта не может лежать по такому пути: { $path }
cli-taken = два файла сайта претендуют на одно место: { $path }
cli-old-stays = новый сайт на месте, но не удалось удалить { $path }: { $reason }
cli-disk = { $doing ->
        [find] не удалось найти
        [look-into] не удалось заглянуть в папку
        [make] не удалось создать папку
        [remove] не удалось удалить
        [move] не удалось переместить
        [write] не удалось записать
        [read] не удалось прочитать
        [copy] не удалось скопировать
       *[other] диск отказал
    }: { $path }: { $reason }
cli-reason-permission = нет прав доступа
cli-reason-missing = такого файла или папки нет
cli-reason-not-a-folder = на месте одной из этих папок стоит файл
cli-reason-full = на диске нет места
cli-reason-quota = исчерпана ваша доля места на диске
cli-reason-read-only = диск доступен только для чтения
cli-reason-name = слишком длинное имя
cli-reason-in-use = порт занят
cli-reason-not-own = у этого компьютера нет такого адреса

explain-unknown = нет кода { $code }
explain-wrong = Неверно:
explain-right = Верно:
explain-more = Команда «tagzym explain T0103» объясняет код и показывает пример.
cli-schema-settings = site.toml не читается; почему — покажет «tagzym check»
cli-schemas = { $count ->
        [one] Записана { $count } схема: { $path }
        [few] Записано { $count } схемы: { $path }
       *[other] Записано { $count } схем: { $path }
    }

translations-no-language = у сайта нет языка «{ $lang }»
translations-none = Все тексты переведены, переводы не устарели
translations-kind = { $kind ->
        [projects] проекты
        [news] новости
        [pages] страницы
        [region-texts] рассказы о регионах
        [patron-texts] портреты меценатов
        [site] сайт
        [regions] регионы
        [directions] направления
        [objects] виды объектов
        [patrons] меценаты
        [awards] награды
       *[figures] объявленные цифры
    }
translations-language = { $lang ->
        [kk] Казахский
        [en] Английский
       *[ru] Русский
    }
translations-state = { $state ->
        [complete] готово
        [missing] нет
       *[stale] устарело
    }
translations-todo = Что перевести на { $lang ->
        [kk] казахский
        [en] английский
       *[ru] русский
    }
translations-nowhere = Без региона
translations-marked = { $file }: отмечено, что перевод соответствует нынешнему тексту на языке «{ $lang }»
translations-kept = { $file }: отметка уже верна
translations-refused = { $file }: { $why ->
        [not-there] такого файла на сайте нет
        [unreadable] файл не удалось прочитать или записать
        [no-text] это не текст проекта, новости или страницы, или в нём ошибка
        [no-original] нет другого языка, с которого он мог бы быть переведён
        [no-digest] «source» записан так, что менять его лучше вручную
       *[flow] шапка файла записана так, что менять её лучше вручную
    }
preview-cannot = Эту страницу нельзя построить
preview-withheld = Пока запись мецената не прочитана, страницы не показываются: на них могло бы стоять имя, которое нельзя называть.
preview-missing = Нет перевода:
preview-show = показать непереведённое
cli-serve-open-host = внимание: просмотр виден всем в сети, вместе с черновиками и сообщениями
cli-serve-busy = Порт { $port } занят, взят порт { $other }
cli-serve-at = Просмотр открыт: { $url }; завершить — Ctrl-C
cli-serve-changed = Изменено: { $what }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }; { $took }
cli-serve-sound = Ошибок больше нет
cli-serve-stopped = Просмотр завершён
cli-serve-none = просмотр не запускается: { $reason }
cli-serve-no-browser = Не удалось открыть браузер
cli-serve-open-at = Другим в сети откроется адрес { $url }
cli-serve-open-nowhere = Адреса, который могли бы открыть другие, не нашлось: похоже, этот компьютер не подключён к сети
cli-serve-polls = Этот диск сообщает не обо всех изменениях, поэтому время файлов проверяется каждую секунду (как с --poll)
cli-serve-strict = --strict — для build и check: просмотр и так показывает предупреждения, но страницы из-за них не закрывает
cli-host-port = в --host порт не пишут; напишите: --host { $host } --port { $port }
cli-host-form = --host { $host }: это не адрес и не имя; напишите, например, --host localhost или --host 0.0.0.0
cli-host-unknown = --host { $host }: адреса с таким именем не нашлось; проверьте, верно ли оно написано, или напишите сам адрес
cli-allow-host = --allow-host { $name }: это не имя сайта; напишите имя целиком, например name-8000.app.github.dev, или *.app.github.dev для всех имён под ним
serve-no-host = В запросе должен один раз стоять Host.
serve-foreign-host = Под этим именем просмотр не открывается. Если имя дали вы сами, запустите программу заново с параметром --allow-host { $host }
serve-foreign-page = Страницы других сайтов не могут обращаться к этому серверу.
serve-method = Здесь принимаются только запросы GET и HEAD.
serve-nothing = Здесь ничего нет.
serve-elsewhere = Сайт находится по адресу { $address }
serve-full = Просмотр открыт в слишком многих окнах: закройте часть из них.
serve-broken = Эту страницу собрать не удалось: в программе ошибка. Сообщите о ней, пожалуйста.

# What libraries say of a file, in our words: the id is what they say in English.
reason-key-with-no-value = у имени нет «= значение»
reason-missing-assignment-between-key-value-pairs = между именем и значением нет знака «=»
reason-missing-value = после «=» нет значения
reason-missing-value-for-key = после «=» нет значения
reason-missing-key-for-inline-table-element = перед значением нет имени
reason-missing-comma-between-array-elements = между двумя значениями нет запятой
reason-missing-comma-between-key-value-pairs = между двумя значениями нет запятой
reason-extra-comma-in-inline-table = лишняя запятая
reason-missing-opening-quote = нет открывающей кавычки
reason-missing-closing-quote = нет закрывающей кавычки
reason-invalid-basic-string = в конце текста нет кавычки
reason-string-values-must-be-quoted = здесь нужно значение: текст в кавычках, число или список в скобках
reason-duplicate-key = это имя стоит дважды
reason-unclosed-array = не закрыта скобка «[»
reason-unclosed-table = не закрыта скобка «[»
reason-unclosed-array-table = не закрыта скобка «[»
reason-unclosed-inline-table = не закрыта скобка «{"{"}»
reason-invalid-unquoted-key = в имени могут быть только латинские буквы, цифры, «-» и «_»
reason-unquoted-keys-cannot-be-empty = здесь нет имени
reason-unexpected-key-or-value = здесь стоит то, что не относится ни к одной настройке
reason-unexpected-content = здесь стоит то, что не относится ни к одной настройке
reason-invalid-value = это не значение
reason-cannot-recurse-further-max-recursion-depth-met = слишком много вложенных скобок
reason-expected-a-token-starting-with = здесь не хватает «{ $word }»
reason-expected-one-of = здесь не хватает одного из знаков { $word }
reason-expected-a-message-field-for = у сообщения «{ $word }» нет текста
reason-expected-a-term-field-for = у термина «{ $word }» нет текста
reason-callee-is-not-allowed-here = после этого имени не может быть скобок «()»
reason-the-select-expression-must-have-a-default-variant = ни один вариант не отмечен знаком «*», а один должен быть
reason-a-select-expression-can-only-have-one-default-variant = знаком «*» отмечают только один вариант
reason-expected-a-value = здесь не хватает текста
reason-message-references-can-t-be-used-as-a-selector = по сообщению выбирать нельзя
reason-term-references-can-t-be-used-as-a-selector = по термину выбирать нельзя
reason-message-attributes-can-t-be-used-as-a-selector = по части сообщения выбирать нельзя
reason-term-attributes-can-t-be-used-as-a-selector = часть термина можно использовать только для выбора
reason-unterminated-string-literal = нет закрывающей кавычки
reason-positional-arguments-must-come-before-named-arguments = аргументы без имени стоят первыми
reason-the = «{ $word }» указано дважды
reason-unknown-escape-sequence = «\» может стоять только перед кавычкой, ещё одним «\» или «u» с четырьмя цифрами
reason-invalid-unicode-escape-sequence = «{ $word }» — не номер знака
reason-unbalanced-closing-brace = у скобки «{"}"}» нет пары
reason-expected-an-inline-expression = между скобками не хватает имени
reason-expected-a-simple-expression-as-selector = выбирать можно только по имени вида { "$count" }
reason-expected-a-string-or-number-literal = здесь не хватает текста в кавычках или числа
reason-braces-stand-too-deep-in-each-other = слишком много вложенных скобок
reason-a-number-of-so-many-digits-cannot-be-exact = число из стольких цифр не может быть точным
reason-defined-twice-in-this-file = «{ $word }» стоит в этом файле дважды
reason-both-a-message-and-a-term = «{ $word }» — и сообщение, и термин
reason-not-defined = нет такого: «{ $word }»
reason-no-such-argument-or-value = термин этого не знает: { $word }
reason-an-argument-is-missing = термину нужно это: { $word }
reason-messages-are-plain-text-without-markup = сообщения — простой текст, без тегов

# Что говорит движок шаблонов.
reason-in-english = «{ $word }» (так сообщает сама программа разбора, по-английски)
reason-no-such-message = нет сообщения «{ $word }»
reason-no-variable-for-the-message = сообщению «{ $other }» нужна переменная «{ $word }»
reason-no-file-in-static = в теме нет файла «static/{ $word }»
reason-no-date = «{ $word }» — не дата
reason-neither-text-nor-number = «{ $word }» в сообщении «{ $other }» — не текст и не число
reason-too-much-at-once = для шаблона это слишком длинно или слишком глубоко вложено
reason-too-long-a-line = эта строка слишком длинная: можно прочитать не больше 8192 байт
reason-too-many-steps = шаблон делает слишком много шагов для одной страницы: цикл внутри цикла перебирает слишком многое
reason-too-large-a-value = текст или список здесь слишком разрастается
reason-too-large-a-page = страница здесь становится больше 64 МиБ

# Размеры файлов.
unit-kib = { $number } КиБ
unit-mib = { $number } МиБ
unit-mb = { $number } МБ
