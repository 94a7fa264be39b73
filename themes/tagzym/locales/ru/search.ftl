# Поиск.

search-title = Поиск
search-label = Школа, село, меценат…
search-submit = Найти
search-suggestions = Подходящие названия
search-results = Результаты поиска
search-found = Найдено
search-none = Ничего не найдено.
search-loading = Идёт поиск…
search-failed = Поиск не загрузился: возможно, нет связи.
search-again = Повторить
search-meant = Возможно, вы искали:
search-all = Всё
search-kinds-label = Что искать
search-hint = Название можно писать на любом языке и любыми буквами: найдётся и часть слова, и слово с опечаткой.
search-no-script = Для поиска в браузере должен быть включён JavaScript. Все записи можно открыть по ссылкам ниже.
search-try = Что можно попробовать:
search-try-fewer = оставить меньше слов;
search-try-other = написать другими словами или на другом языке;
search-try-beginning = написать только начало слова.
search-kind =
    { $kind ->
        [region] Регион
        [district] Район или город
        [direction] Направление
        [object] Вид объекта
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
        [object] Виды объектов
        [year] Годы
        [patron] Меценаты
        [award] Награды
        [project] Проекты
        [news] Новости
       *[page] Страницы
    }
