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
home-most = Regions that received most
total-none = no records yet
home-awards = Recent awards
all-reported = All reported figures
all-awards = All awards

ways-title = Where to start
ways-resident-link = Find your region
ways-patron = I give, or would like to
ways-patron-text = Every patron has a page: what they gave, when, and their awards. Help begins with a conversation.
ways-patron-link = Find your page
ways-journalist = I am writing about this
ways-journalist-text = Every total comes with its rule and the records behind it, next to what was officially reported.
ways-akimat = I work in an akimat
ways-akimat-text = { -scope.is ->
    [country] Projects of every region, all set out in the same way. Tell us what is missing or wrong.
   *[region] All projects are set out in the same way. Tell us what is missing or wrong.
}

year-unfinished = The year may not be over yet, so it is not compared with the one before.
year-change = Compared with { $year }
year-change-kind =
    { $kind ->
        [more] { $amount } more
        [less] { $amount } less
       *[same] the same amount
    }
