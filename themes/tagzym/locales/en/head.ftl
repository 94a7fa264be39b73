# What search engines and previews show of a page: its description, where its record has none of its own.

description =
    { $kind ->
        [home]
            { -scope.is ->
                [country] { $title }: what patrons have given to their native land, by region, year and direction. { $sums }
               *[region] { $title }: what patrons have given to their native land, by district, year and direction. { $sums }
            }
        [regions] The regions: what patrons have given to each, how many projects they have helped and how much that is per resident.
        [region] { $title }: help from patrons, projects and reported figures. { $sums }
        [district] { $title }: help from patrons and the projects there. { $sums }
        [projects] All projects, newest first: what patrons have built, repaired and given, where, when and at what cost.
        [project] { $title }: about the project, its patrons and the amount of their help.
        [patrons] Patrons in alphabetical order: people, companies and funds, where they come from, what each has given and to which projects.
        [patron] { $title }: what this patron has given, where and to which projects. { $sums }
        [awards] Awards of the campaign by year: who was honoured, where and in which category.
        [award] { $title } ({ $date }): who was honoured.
        [directions] The directions in which patrons help and the projects in each.
        [direction] { $title }: projects and contributions in this direction. { $sums }
        [objects] Help from patrons by kind: what has been built, repaired and given, with the projects and total of each.
        [object] { $title }: projects and contributions of this kind of help. { $sums }
        [years] Help year by year: how much was delivered in each, and how many contributions and projects that covers.
        [year] { $title }: what patrons gave that year, by region and direction. { $sums }
        [news-list] News of the campaign, latest first: openings, meetings and award ceremonies, with dates and places.
        [news] News ({ $date }): { $title }.
        [totals] All totals in one place: by year, region, direction, kind of help and patron, each with its contributions and a file to download.
        [totals-part] { $title }: how much was delivered, with the numbers of contributions, projects and patrons.
        [reported] What officials have reported: each figure with its source, beside the total of the portal’s records.
        [compare] Two regions side by side: how much was delivered to each, to how many projects, by year and direction.
        [filtered] Contributions chosen by region, district, direction, kind of help, year and the patron’s region, with their total.
        [completeness]
            { -scope.is ->
                [country] How complete the records are: for how many contributions the date, amount and source are known, by region and year.
               *[region] How complete the records are: for how many contributions the date, amount and source are known, by year.
            }
        [corrections] Mistakes corrected in the records: what they said before, what they say now, and why.
        [contributions] { $title }. Each contribution on its own line, with date, amount and giver. { $sums }
       *[page] { $title }: about the campaign and its portal.
    }
description-sums =
    { $known ->
        [known] Delivered: { $sum }, { $contributions }, { $projects }.
        [not-stated] Delivered, with no stated amount: { $contributions }.
       *[nothing] No help delivered is on record yet.
    }
feed-correction = Correction: { $title }
