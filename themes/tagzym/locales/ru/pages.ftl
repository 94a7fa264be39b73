# Слова отдельных страниц.

year-title = { $year } год

home-districts = Найти свой район
home-scope = О регионе: районы и цифры
home-delivered = { -scope.is ->
   *[country] Передано по всему Казахстану
    [region] Передано { -scope-in }
    [name] Передано: { -scope }
}
home-directions = Направления акции
home-newest = Последние проекты
home-news = Последние новости
all-projects = Все проекты
all-news = Все новости
all-regions = Все регионы
all-totals = Все суммы
projects-all = Все проекты: { $count }
names = Имена и названия
givers-more = и ещё { $count }
largest-patrons = Крупнейшие меценаты
newest-first = Сначала новые.
no-projects = Записей о проектах пока нет.
no-patrons = Ни один меценат пока не назван.
no-awards = Записей о наградах пока нет.
no-news = Новостей пока нет.

regions-today = Нынешние регионы
regions-former = Прежние регионы
region-former-notice = Это прежний регион
region-last-day = существовал по
region-former-hint = Помощь учтена в тех границах, какие были в день передачи; другим регионам её не приписывают.
region-delivered = Передано { $inside }
region-first-page = К началу страницы региона
region-former-name = Прежнее название
region-centre = Административный центр
region-population = Население
region-since = Отдельный регион
region-until = Существовал по
region-formed-on = отдельный регион { $since }
region-predecessors = Прежний регион
region-split-from = Выделен из региона
region-successors = Регионы-преемники
region-split-off = Из него выделены
region-iso = Код ISO 3166-2
region-kato = Код КАТО
region-share = Доля региона в общей сумме
region-given = Передали меценаты региона
region-given-pledged = Обещали меценаты региона
region-projects = Проекты региона
region-patrons = Меценаты региона
region-rank =
    { $of ->
        [one] Место по сумме среди { $of } региона
       *[other] Место по сумме среди { $of } регионов
    }
region-districts = Районы и города
region-about = О регионе
region-about-inside = История, место на карте, коды
region-no-records = Записей о вкладах в этот регион пока нет. Это не значит, что там никто не помогал.
district-share = Доля в сумме по региону
district-projects = Проекты района или города
region-other-districts = Районы и города, где есть проекты, но вклады не записаны:
source = Источник:

project-status =
    { $status ->
        [planned] Запланирован
        [under-way] Выполняется
        [cancelled] Отменён
       *[completed] Завершён
    }
project-under-way-since = Выполняется { $since }
project-begun = начало:
project-about = О проекте
project-status-label = Статус
project-started = Дата начала
project-completed = Дата завершения
project-cancelled = Проект отменён:
project-beneficiaries = Скольким людям это служит
project-location = Координаты
project-related = Другие проекты региона

# Over the pictures of a project, a news item or a page.
gallery = Фотографии

contribution-date = Дата
contribution-givers = Меценат
contribution-target = На что
contribution-in-kind = Не деньгами
contribution-place = Где
contribution-joint = совместная помощь
contribution-unkept =
    { $status ->
        [withdrawn] отозвано
       *[void] проект отменён
    }
unkept-title = Невыполненные обещания
unkept-hint = Ни в одну сумму они не входят.
other-contributions = Помощь вне проектов
anonymous-patron =
    { $kind ->
        [person] Меценат, не раскрывающий имени
        [company] Компания, не раскрывающая названия
        [fund] Фонд, не раскрывающий названия
        [association] Объединение, не раскрывающее названия
       *[group] Группа меценатов, не раскрывающих имён
    }

patrons-hint = Сумма — то, что меценат передал от своего имени; совместная помощь считается отдельно.
patrons-caption = Меценаты: кто это, регион, переданное от своего имени, совместная помощь, проекты
patrons-others = Вне списка
patron-kind =
    { $kind ->
        [person] Частное лицо
        [company] Компания
        [fund] Фонд
        [association] Объединение
       *[group] Группа
    }
patron-kind-label = Вид мецената
patron-joint-contributions = Совместная помощь
patron-alone = Передано от своего имени
patron-joint = Передано вместе с другими
patron-joint-pledged = Обещано вместе с другими
patron-joint-hint = Совместная помощь в собственную сумму мецената не входит.
patron-contributions = Вклады от своего имени
patron-since = С какого года помогает
patron-former-names = Прежние названия
patron-name-until = сменилось:
patron-members = Состав
patron-site = Сайт
patron-first-page = К началу страницы мецената

award-date = Дата
award-event = Мероприятие
award-recipients = Лауреаты

object-parent = Более общий вид:
object-children = Виды, которые сюда входят
object-children-hint = Эти суммы учтены в общей сумме вида.

year-before = Предыдущий год, в котором помогали:
year-after = Следующий год, в котором помогали:
year-projects =
    { $status ->
        [both] Проекты, получившие помощь за этот год, и те, кому она обещана
        [pledged] Проекты, которым на этот год обещана помощь
       *[delivered] Проекты, получившие помощь за этот год
    }

news-awards = Награды, вручённые на этом мероприятии

year-region = Годы и регионы
year-direction = Годы и направления
cross-hint = Переданные суммы в миллионах тенге, округлённо. Прочерк — записей о переданном нет.
by-patron-caption = По меценатам: сумма, число вкладов и меценатов
by-patron-who = Кто передал
givers =
    { $kind ->
        [named] Меценаты, чьи имена опубликованы, каждый от своего имени
        [anonymous] Меценаты, которые не раскрывают имени
       *[joint] Несколько меценатов вместе
    }

## Фильтры длинных списков
filter-title = Фильтры
filter-facet =
    { $facet ->
        [region] { axis-region }
        [district] { axis-district }
        [direction] { axis-direction }
        [kind]
            { $list ->
                [projects] { axis-object }
               *[patrons] { patron-kind-label }
            }
        [status]
            { $list ->
                [projects] { project-status-label }
               *[patrons] Помощь
            }
       *[year] { axis-year }
    }
filter-from = Сумма от
filter-below = Сумма до
filter-any = Любая
filter-order = Сортировка
filter-order-by =
    { $by ->
        [date] Сначала новые
        [amount] Сначала крупные суммы
       *[name] По алфавиту
    }
filter-clear = Сбросить фильтры
filter-found = Найдено
filter-delivered =
    { $list ->
        [projects] им передано всего
       *[patrons] передано ими от своего имени
    }
filter-pledged = обещано
filter-show = Показать { $count }
filter-chosen = Выбранные условия
filter-remove = Убрать условие
filter-csv = Скачать этот список (CSV)
filter-column =
    { $column ->
        [id] Идентификатор
        [title] Название
        [url] Адрес
        [region] { axis-region }
        [district] { axis-district }
        [direction] { axis-direction }
        [object] { axis-object }
        [status]
            { $list ->
                [projects] { project-status-label }
               *[patrons] Кто меценат
            }
        [date] Дата
        [delivered]
            { $list ->
                [projects] { total-delivered }, ₸
               *[patrons] { patron-alone }, ₸
            }
        [pledged] { total-pledged }, ₸
        [joint] { patron-joint }, ₸
        [jointPledged] { patron-joint-pledged }, ₸
        [jointCount] { patron-joint-contributions }
        [projects] { listed-projects }
       *[sample] Образец
    }
filter-years-hint = Переданное — за выбранные годы, всё остальное — за все годы.
filter-more = Показать ещё
filter-none = По этим условиям ничего не найдено. Снимите одно из условий.
filter-failed = Фильтр не загрузился. Ниже весь список; попробуйте обновить страницу.
filter-elsewhere = К началу списка и фильтрам
list-ways = Как ещё разделить список

# Said where nothing is recorded yet.
no-years = Записей по годам пока нет.
map-without-records = Суммы появятся здесь вместе с первыми записями. Страницу региона можно открыть с карты.
meanwhile = Что уже можно посмотреть
meanwhile-text = { $key ->
    [regions] Страница каждого региона, история его границ и то, что о нём сообщали официально.
    [totals] Что объявлено официально и как портал считает суммы.
   *[news] Новости и события акции.
}

directions-title = Все направления
objects-title = Все виды помощи
objects-hint = В сумму каждого вида входят и более узкие виды. Бледно показаны виды, по которым записей пока нет.
object-no-records = Записей об этом виде помощи пока нет.

# Opens what is folded away on a narrow screen.
unfold = Раскрыть
