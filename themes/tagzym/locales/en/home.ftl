# Home, and what leads on from it.

home-no-records = The first records are being collected. What officials have reported is below.
home-projects =
    { $count ->
        [one] Project
       *[other] Projects
    }
home-projects-helped =
    { $count ->
        [one] { $count } has received help
       *[other] { $count } have received help
    }
home-patrons =
    { $count ->
        [one] Patron
       *[other] Patrons
    }
home-patrons-gave =
    { $count ->
        [one] { $count } has given
       *[other] { $count } have given
    }
home-regions =
    { $count ->
        [one] Region
       *[other] Regions
    }
home-most = Where most was given
total-none = no records yet
home-awards = Recent awards
all-reported = All reported figures
all-awards = All awards

ways-title = Where to begin
ways-resident-link = Find your region
ways-patron = I give, or want to
ways-patron-text = Every patron has a page with gifts, years and awards. Help begins with a conversation.
ways-patron-link = Find a patron
ways-journalist = I write about it
ways-journalist-text = All sums with the rule behind them and the records they are made of, next to what was officially reported.
ways-akimat = I work in an akimat
ways-akimat-text = Projects of every region in one form. Tell us what is missing or wrong.

year-unfinished = The year may not be over yet, so it is not compared with the one before.
year-change = Compared with { $year }
year-change-kind =
    { $kind ->
        [more] { $amount } more
        [less] { $amount } less
       *[same] the same amount
    }
