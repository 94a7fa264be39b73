# Рамка страницы: меню, языки, пометки, листание списков.

skip = Перейти к основному содержанию
menu-label = Главное меню
languages-label = Выбрать язык
breadcrumbs-label = Навигационная цепочка
footer-label = О портале
contents-label = На этой странице

nav-home = Главная
nav-regions = Регионы
nav-projects = Проекты
nav-patrons = Меценаты
nav-awards = Награды
nav-years = Годы
nav-totals = Все суммы
nav-news = Новости
nav-corrections = Исправления

samples-label = Примечание
samples-notice = Образцы: имена, проекты и суммы вымышлены
sample-badge = Образец: запись на этой странице вымышлена
sample-mark = образец

not-translated =
    Эта страница ещё не переведена на русский язык. Показан текст на { $lang ->
        [kk] казахском
        [en] английском
       *[ru] русском
    } языке.
open-original =
    { $lang ->
        [kk] Открыть казахскую страницу
        [en] Открыть английскую страницу
       *[ru] Открыть русскую страницу
    }
stale-translation =
    Перевод мог устареть: с тех пор, как он сделан, текст на { $lang ->
        [kk] казахском
        [en] английском
       *[ru] русском
    } языке изменился.
open-newer = Открыть обновлённый текст
lang-mark =
    { $lang ->
        [kk] на казахском
        [en] на английском
       *[ru] на русском
    }

page-of = страница { $number } из { $pages }
pager-label = Страницы списка
pager-page = Страница { $number }
pager-previous = Предыдущая
pager-next = Следующая

letters-label = По первой букве
letters-bucket =
    { $kind ->
        [digits] 0–9
       *[other] другие алфавиты
    }

how-computed = Итоги портала вычислены по записям о вкладах, объявленные данные приведены по источникам.
footer-licence = Данные распространяются по лицензии { $licence }.
footer-contact = Контакты:

corrections-hint = Исправленные ошибки в записях: что стояло раньше, что стоит теперь и почему.
correction-made = Исправлено:
correction-was = было:
correction-now = стало:

editions-title = Сохранённые редакции: что изменилось
editions-hint = Что каждая сохранённая редакция данных изменила в суммах по сравнению с более ранней. Имя редакции — слово без значения: оно вычисляется из самих записей, и, если изменится хоть одна, слово будет другим.
edition-compared = Редакция { $word } в сравнении с редакцией { $since }
edition-was = Было
edition-now = Стало
edition-by = Разница
edition-delivered = Всего передано
edition-pledged = Всего обещано
edition-same = Общая сумма не изменилась.

redirect-text = Адрес этой страницы изменился.
redirect-link = Перейти по новому адресу

not-found-title = Страница не найдена
not-found-hint = Возможно, адрес изменился или в нём опечатка.
not-found-home = Перейти на главную
not-found-sections = Разделы портала
