# Главная и то, куда с неё идут.

home-no-records = Первые записи собираются. Ниже — то, что сообщили официально.
home-projects =
    { $count ->
        [one] проект
        [few] проекта
       *[other] проектов
    }
home-projects-helped =
    { $count ->
        [one] { $count } уже получил помощь
       *[other] { $count } уже получили помощь
    }
home-patrons =
    { $count ->
        [one] меценат
        [few] мецената
       *[other] меценатов
    }
home-patrons-gave =
    { $count ->
        [one] { $count } уже передал помощь
       *[other] { $count } уже передали помощь
    }
home-regions =
    { $count ->
        [one] регион
        [few] региона
       *[other] регионов
    }
home-most = Где помощи больше всего
total-none = записей пока нет
home-awards = Последние награды
all-reported = Все объявленные данные
all-awards = Все награды

ways-title = С чего начать
ways-resident-link = Найти свой регион
ways-patron = Я помогаю или хочу помочь
ways-patron-text = У каждого мецената есть страница: что передал, когда и какие награды получил. Помощь начинается с разговора.
ways-patron-link = Найти свою страницу
ways-journalist = Я об этом пишу
ways-journalist-text = Каждая сумма — с правилом расчёта и записями, из которых она сложена, рядом с объявленной официально.
ways-akimat = Я работаю в акимате
ways-akimat-text = { -scope.is ->
    [country] Проекты всех регионов описаны одинаково. Сообщите, если чего-то не хватает или что-то неверно.
   *[region] Все проекты описаны одинаково. Сообщите, если чего-то не хватает или что-то неверно.
}

year-unfinished = Год может быть ещё не закончен, поэтому с предыдущим он не сравнивается.
year-change = По сравнению с { $year } годом
year-change-kind =
    { $kind ->
        [more] на { $amount } больше
        [less] на { $amount } меньше
       *[same] столько же
    }
