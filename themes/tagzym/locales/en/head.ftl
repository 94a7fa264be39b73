# What search engines and previews show of a page: its description, where its record has none of its own.

description =
    { $kind ->
        [home] { $title }: what patrons have given for their native land, by regions, years and directions. { $sums }
        [regions] The regions: what patrons have given to each, how many projects were helped and what it makes for one resident.
        [region] { $title }: help from patrons, projects and reported figures. { $sums }
        [district] { $title }: help from patrons and the projects there. { $sums }
        [projects] All projects, the newest first: what patrons built, repaired and gave, where, when and for how much.
        [project] { $title }: what the project is about, who gives and how much.
        [patrons] Patrons in alphabetical order: people, companies and funds, where they come from, what each has given and to which projects.
        [patron] { $title }: what this patron has given, where and to which projects. { $sums }
        [awards] Awards of the campaign by year: who was honoured, where and in which category.
        [award] { $title } ({ $date }): who was honoured.
        [directions] The directions in which patrons help, with the projects of each.
        [direction] { $title }: projects and contributions of this direction. { $sums }
        [objects] The kinds of object that patrons build, repair and equip, with the projects and the sum of each.
        [object] { $title }: objects that patrons built, repaired or paid for. { $sums }
        [years] Help year by year: how much was delivered in each, and how many contributions and projects stand behind it.
        [year] { $title }: what patrons gave in that year, by regions and directions. { $sums }
        [news-list] News of the campaign, the latest first: openings, meetings and awards, with their dates and places.
        [news] News ({ $date }): { $title }.
        [totals] All totals in one place: by year, region, direction, kind of object and patron, each with its contributions and as a file.
        [totals-part] { $title }: how much was delivered, with the numbers of contributions, projects and patrons.
        [reported] What officials have reported: each figure with its source, beside what the records of the portal add up to.
        [compare] Two regions side by side: how much was delivered to each, to how many projects, by years and directions.
        [completeness] How complete the records are: of how many contributions the day, the amount and the source are known, by regions and years.
        [corrections] Mistakes in the records that have been set right: what stood there, what stands there now, and why.
        [contributions] { $title }. Each contribution in a row of its own, with its date, amount and giver. { $sums }
       *[page] { $title }: about the campaign and its portal.
    }
description-sums =
    { $known ->
        [known] Delivered: { $sum }, { $contributions }, { $projects }.
        [not-stated] Delivered, with no stated amount: { $contributions }.
       *[nothing] Nothing delivered is on record yet.
    }
feed-correction = Correction: { $title }
