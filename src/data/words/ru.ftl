# Что сказано читателям о таблицах и столбцах открытых данных. От темы оформления не зависит.
# Languages.
in-kk = на казахском
in-ru = на русском
in-en = на английском

# What stands in cells.
type-id = идентификатор
type-ids = идентификаторы
type-text = текст
type-integer = целое число
type-decimal = дробное число
type-amount = целые тенге
type-date = дата
type-year = год
type-boolean = true или false
type-url = адрес
type-enumeration = одно из слов

# The head of the file of grants.
grants-about = Переданные вклады, у которых известны сумма и день, в формате 360Giving 1.4: { $grants }{ $samples ->
        [0] {""}
       *[other] , из них вымышленных образцов: { $samples }
    }. Не вошли: непереданные — { $not-delivered }, без суммы — { $without-amount }, без точного дня — { $without-day }.

# Tables.
table-contributions = Вклады
    .about = Каждый вклад отдельной строкой: переданное, обещанное и отозванное. Сначала новые.
table-projects = Проекты
    .about = Проекты: место, статус, даты, адреса страниц, а также сколько на каждый передано и обещано.
table-patrons = Меценаты
    .about = Меценаты, чьи имена публикуются. Тех, кто не называет себя, здесь нет.
table-awards = Награды
    .about = Награды и списки почёта.
table-award-recipients = Награждённые
    .about = Кто получил каждую награду, в порядке списка.
table-regions = Регионы
    .about = Нынешние и прежние регионы с кодами.
table-districts = Районы и города
    .about = Районы и города каждого региона.
table-directions = Направления
    .about = Направления акции.
table-object-kinds = Виды помощи
    .about = Виды помощи; у каждого указан более общий вид, к которому он относится.
table-reported-figures = Объявленные данные
    .about = То, что объявили официально, с источником. Они не складываются из записей портала.
table-reported-breakdowns = Объявленные данные по частям
    .about = Как объявленные данные разбиты в их источнике.
table-corrections = Исправления
    .about = Что на портале было неверно и исправлено. Сначала новые.
table-totals-by-region = Итоги по регионам
    .about = Сколько получил каждый регион. Сумма строк равна общему итогу.
table-totals-by-home-region = Итоги по регионам меценатов
    .about = Сколько дали меценаты каждого региона, куда бы помощь ни пошла. Совместная помощь собрана в одну строку.
table-totals-by-year = Итоги по годам
    .about = Сколько дано в каждом году.
table-totals-by-direction = Итоги по направлениям
    .about = Сколько дано по каждому направлению акции.
table-totals-by-object-kind = Итоги по видам помощи
    .about = По указанному виду: в строку общего вида не входят виды под ним, хотя на его странице они сложены.
table-totals-by-patron = Итоги по меценатам
    .about = Сколько дал от своего имени каждый меценат, чьё имя опубликовано. Все, кто не называет себя, собраны в одну строку, совместная помощь — в другую.
table-totals-by-year-region = Итоги по годам и регионам
    .about = Сколько каждый регион получил в каждом году.
table-totals-by-year-direction = Итоги по годам и направлениям
    .about = Сколько дано по каждому направлению в каждом году.

# Columns: what is the same in many tables.
column-id = Идентификатор
    .about = Не повторяется в таблице; по нему на строку ссылаются другие таблицы. У вклада без собственного идентификатора он составлен из того, что сказано в строке, и меняется вместе с ней.
column-url = Адрес страницы
    .about = Страница записи на портале.
column-sample = Образец
    .about = true: запись вымышлена, чтобы показать, как устроен портал.
column-date = Дата
    .about = Настолько точно, насколько известно: день, месяц или год.
column-date-precision = Точность даты
    .about = Насколько точно известна дата в предыдущем столбце.
column-year = Год
    .about = Год вкладов.
column-summary = Кратко
    .about = Одно-два предложения.
column-region-id = Регион
    .about = Регион, который получил помощь или о котором строка, в границах того времени.
column-region-iso = Код ISO 3166-2
    .about = Международный код региона. У прежних регионов его нет.
column-region-kato = Код региона по КАТО
    .about = Код национального классификатора; в другом году он может означать другое место.
column-region-name = Название региона
    .about = Нынешнее или последнее название.
column-district-id = Район или город
    .about = Не повторяется внутри региона.
column-district-kato = Код района по КАТО
    .about = Пусто, если код точно не известен.
column-district-name = Название района или города
    .about = Как в классификаторе или источнике портала.
column-direction-id = Направление
    .about = Направление акции.
column-direction-name = Название направления
    .about = Название направления акции.
column-object-kind-id = Вид помощи
    .about = Что построено или подарено; пусто, если не указано.
column-object-kind-name = Название вида
    .about = Название вида помощи.
column-patron-id = Меценат
    .about = Меценат, который помог один и чьё имя опубликовано; пусто у совместной помощи и у тех, кто не называет себя.
column-patron-name = Имя или название мецената
    .about = Имя или название; у совместной помощи — все через точку с запятой.
column-patron-kind = Вид мецената
    .about = Частное лицо, компания, фонд, объединение или группа; пусто у совместной помощи.
column-home-region-id = Регион мецената
    .about = Откуда меценат; пусто у совместной помощи.
column-home-region-iso = Код ISO региона мецената
    .about = Код ISO 3166-2 региона мецената.
column-home-region-kato = Код КАТО региона мецената
    .about = Код КАТО региона мецената.
column-home-region-name = Название региона мецената
    .about = Название региона мецената.
column-note = Примечание
    .about = Что ещё сказано о вкладе.
column-source-title = Название источника
    .about = Публикация или документ, где можно проверить вклад.
column-source-url = Адрес источника
    .about = Где находится источник.
column-source-date = Дата источника
    .about = Когда опубликован или подписан.
column-row = О чём строка
    .about = Отличает строку, за которой нет своей записи, от остальных.

# Contributions.
column-contribution-status = Статус
    .about = Переданное и обещанное не складываются; отозванные и отпавшие обещания не входят ни в одну сумму.
column-contribution-kind = Деньгами или вещами и работой
    .about = У вклада вещами или работой может не быть суммы: тогда он сосчитан, но не сложен.
column-amount = Сумма, ₸
    .about = Целые тенге; пусто, если неизвестна.
column-giver = Кто дал
    .about = Меценат, чьё имя опубликовано, меценат, который не называет себя, или несколько вместе.
column-patron-ids = Все меценаты
    .about = Идентификаторы всех дававших через точку с запятой; кто не называет себя, обозначен словом anonymous.
column-project-id = Проект
    .about = Пусто, если вклад не относится к проекту.
column-project-title = Название проекта
    .about = Пусто, если на этом языке текста проекта нет.
column-in-kind = Передано вещами и работой
    .about = Что именно дано.
column-purpose = На что
    .about = На что дано, если не на проект.
column-withdrawn = Когда отозвано
    .about = Когда обещание отозвано.

# Projects.
column-title = Название
    .about = Пусто, если текста на этом языке нет.
column-project-status = Статус
    .about = Запланирован, выполняется, завершён или отменён.
column-started = Дата начала
    .about = Когда начались работы.
column-completed = Дата завершения
    .about = Когда проект завершён.
column-cancelled = Дата отмены
    .about = Когда проект отменён.
column-cancelled-reason = Почему отменён
    .about = Что сказано о причине отмены.
column-beneficiaries = Скольким людям это служит
    .about = Для скольких людей проект.
column-latitude = Широта
    .about = В градусах, WGS 84.
column-longitude = Долгота
    .about = В градусах, WGS 84.

# Patrons.
column-patron-since = С какого года помогает
    .about = Год первого вклада, как он указан.
column-members = Состав
    .about = Сколько человек в группе.
column-site = Сайт
    .about = Собственный сайт мецената.
column-patron-own-name = Имя или название
    .about = Как меценат называется.
column-patron-own-kind = Вид
    .about = Частное лицо, компания, фонд, объединение или группа.
column-patron-own-region-id = Регион
    .about = Откуда меценат.

# Awards.
column-award-name = Название награды
    .about = Как называется награда или список.
column-award-region-id = Регион
    .about = Пусто: вся страна.
column-recipients = Награждённых
    .about = Сколько награждённых, с именем и без имени.
column-award-id = Награда
    .about = Полученная награда.
column-recipient-number = Номер в списке
    .about = Кто не называет себя, стоит последним в своей номинации.
column-recipient = Кто награждён
    .about = Меценат, чьё имя опубликовано, или тот, кто не называет себя.
column-recipient-patron-id = Меценат
    .about = Пусто у тех, кто не называет себя.
column-recipient-patron-name = Имя или название мецената
    .about = Как меценат называется.
column-recipient-patron-kind = Вид мецената
    .about = Частное лицо, компания, фонд, объединение или группа.
column-recipient-home-region-id = Регион мецената
    .about = Откуда награждённый.
column-category-id = Номинация
    .about = Номинация награды, если они есть.
column-category-name = Название номинации
    .about = Название номинации награды.
column-recipient-note = За что
    .about = За что дана награда.

# Regions and districts.
column-centre = Административный центр
    .about = Откуда управляется регион.
column-population = Население
    .about = Жителей на указанную дату.
column-population-date = Дата числа жителей
    .about = На какой день это число.
column-population-source = Источник числа жителей
    .about = Откуда взято число.
column-region-since = Отдельный регион с
    .about = Первый день, если регион не старше записей.
column-region-until = Последний день
    .about = Последний день; у нынешнего региона пусто.
column-successor-ids = Регионы-преемники
    .about = Регионы, которые заняли его место или выделены из него, через точку с запятой.
column-predecessor-ids = Прежние регионы
    .about = Регионы, из которых он вышел, через точку с запятой.
column-district-url = Адрес страницы
    .about = Пусто, если о районе нет записей.

# Kinds of facility.
column-plural = Название во множественном числе
    .about = Как называются несколько таких объектов.
column-parent-id = Более общий вид
    .about = Вид, к которому относится этот.

# Reported figures.
column-figure-region-id = Регион
    .about = Пусто: вся страна.
column-period-from = Начало периода
    .about = Пусто, если в источнике период не назван.
column-period-to = Конец периода
    .about = Последняя дата периода, включительно.
column-measure = Что объявлено
    .about = Вся помощь, объекты или обещанная помощь.
column-figure-amount = Сумма, ₸
    .about = Целые тенге, как в источнике; пусто, если там суммы нет.
column-figure-precision = Точно или округлённо
    .about = Точное это число или округлённое.
column-figure-patrons = Меценатов
    .about = Сколько названо в источнике.
column-figure-projects = Проектов
    .about = Сколько названо в источнике.
column-figure-objects = Объектов
    .about = Сколько названо в источнике.
column-part-of-id = Входит в
    .about = Большее число, частью которого является это.
column-figure-note = Что сосчитано
    .about = Что именно сосчитано.
column-figure-source-title = Название источника
    .about = Публикация с этими данными.
column-figure-source-url = Адрес источника
    .about = Где находится публикация.
column-contradicts-itself = Противоречит себе
    .about = true: разбивка не сходится с целым или часть больше целого.
column-figure-id = Объявленные данные
    .about = Что разбито на части.
column-breakdown-number = Номер строки
    .about = В порядке источника.
column-label = Подпись
    .about = О чём строка, если это не вид помощи и не направление.

# Corrections.
column-corrected-records = Записи
    .about = Записи, которые были неверны, в виде вид/идентификатор, через точку с запятой.
column-was-amount = Сумма до исправления, ₸
    .about = Если неверной была сумма.
column-was-text = Текст до исправления
    .about = Если неверным было другое.
column-now-amount = Сумма теперь, ₸
    .about = Верная сумма.
column-now-text = Текст теперь
    .about = Как верно.
column-correction-reason = Что было неверно и почему
    .about = Как сказано читателям.

# Columns of the list of patrons: what each gave.
list-alone-delivered = Передано от своего имени, ₸
list-alone-pledged = Обещано от своего имени, ₸
list-joint-delivered = Передано вместе с другими, ₸
list-joint-pledged = Обещано вместе с другими, ₸
list-joint-contributions = Случаев совместной помощи
list-projects = Проектов

# Totals.
column-delivered-amount = Передано, ₸
    .about = 0 — записей нет; пусто — записи есть, но суммы неизвестны.
column-delivered-contributions = Вкладов передано
    .about = Сколько вкладов стоит за суммой.
column-delivered-without-amount = Из них без суммы
    .about = Вклады вещами и работой, сумма которых неизвестна.
column-delivered-projects = Проектов, получивших помощь
    .about = Разные проекты, у которых есть переданный вклад.
column-delivered-patrons = Меценатов, передавших помощь
    .about = Разные меценаты, в том числе не назвавшие себя.
column-pledged-amount = Обещано, ₸
    .about = Не складывается с переданным. 0 — записей нет; пусто — суммы неизвестны.
column-pledged-contributions = Вкладов обещано
    .about = Обещания, которые ещё предстоит выполнить.
column-pledged-without-amount = Из них без суммы
    .about = Обещания вещами и работой, сумма которых неизвестна.
column-pledged-projects = Проектов с обещаниями
    .about = Разные проекты, у которых есть обещанный вклад.
column-pledged-patrons = Меценатов, обещавших помощь
    .about = Разные меценаты, в том числе не назвавшие себя.
column-sums-projects = Проектов всего
    .about = Разные проекты с переданным или обещанным вкладом.
column-sums-patrons = Меценатов всего
    .about = Разные меценаты, передавшие или обещавшие помощь, в том числе не назвавшие себя.
column-sums-patron-name = Имя или название мецената
    .about = Пусто в строках тех, кто не называет себя, и совместной помощи.

# Words of enumerations.
value-contribution-status-delivered = передано
value-contribution-status-pledged = обещано
value-contribution-status-withdrawn = отозванное обещание
value-contribution-status-void = обещание проекту, который отменён
value-contribution-kind-money = деньгами
value-contribution-kind-in-kind = вещами и работой
value-giver-patron = меценат, чьё имя опубликовано
value-giver-anonymous = Имя не раскрывается
value-giver-joint = несколько вместе
value-recipient-patron = меценат, чьё имя опубликовано
value-recipient-anonymous = Имя не раскрывается
value-patron-kind-person = частное лицо
value-patron-kind-company = компания
value-patron-kind-fund = фонд
value-patron-kind-association = объединение
value-patron-kind-group = группа
value-project-status-planned = запланирован
value-project-status-under-way = выполняется
value-project-status-completed = завершён
value-project-status-cancelled = отменён
value-measure-support = вся помощь
value-measure-objects = объекты
value-measure-pledges = обещанная помощь
value-figure-precision-exact = точно
value-figure-precision-rounded = округлённо
value-date-precision-day = день
value-date-precision-month = месяц
value-date-precision-year = год
value-home-region-row-region = регион
value-home-region-row-joint = совместная помощь
value-object-kind-row-object-kind = вид помощи
value-object-kind-row-not-stated = не указано
