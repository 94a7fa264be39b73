# Поиск.

search-title = Поиск
search-label = Школа, село, имя…
search-submit = Найти
search-suggestions = Подходящие названия
search-results = Результаты поиска
search-found = Найдено
search-none = Ничего не найдено.
search-loading = Идёт поиск…
search-failed = Поиск не удался: похоже, нет связи с интернетом.
search-broken = Поиск не удался из-за ошибки на сайте. Попробуйте чуть позже.
search-again = Повторить
search-meant = Возможно, вы искали:
search-all = Всё
search-kinds-label = Результаты по видам
search-hint = Название можно писать на любом из языков портала, кириллицей или латиницей: достаточно начала слова, опечатка не помешает.
search-no-script = Чтобы поиск работал, включите в браузере JavaScript. Любую запись можно найти и по ссылкам ниже.
search-try = Что можно попробовать:
search-try-fewer = убрать лишние слова;
search-try-other = написать иначе или на другом языке;
search-try-beginning = ввести только начало слова.
search-kind =
    { $kind ->
        [region] Регион
        [district] Район или город
        [direction] Направление
        [object] Вид помощи
        [year] Год
        [patron] Меценат
        [award] Награда
        [project] Проект
        [news] Новость
       *[page] Страница
    }
search-kinds =
    { $kind ->
        [region] Регионы
        [district] Районы и города
        [direction] Направления
        [object] Виды помощи
        [year] Годы
        [patron] Меценаты
        [award] Награды
        [project] Проекты
        [news] Новости
       *[page] Страницы
    }
