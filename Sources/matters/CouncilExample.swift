extension CouncilForms {
  /// A council's file to begin with: every key that there is, with a remark on each.
  static let example = #"""
    # The council's own file. Change it, then: matters council council.toml --check
    # A line that begins with # is a remark; take the mark away to use the line.

    name = "Ponds District Council"
    nation = "england"           # england, wales, scotland or northern_ireland
    arrangements = "executive"   # executive, committee_system or parish

    # How references are made: {body}, {year}, {kind} and {n}; here PSC/24-25/IR01.
    # A council that has a pattern sees its references in every report.
    reference = "{body}/{year}/{kind}{n}"

    # Each body, by the name that stands in its papers.
    [[body]]
    name = "Ponds Scrutiny Committee"
    kind = "scrutiny"            # scrutiny, task_group, joint, cabinet, council, policy_committee or nhs
    # short = "PSC"              # what references begin with, where it is not the initials
    # aliases = ["Ponds Panel"]  # other names that papers print
    # to = 2025-04-30            # a renamed body has its last day and its successor ...
    # successor = "Waters Scrutiny Committee"

    # [[body]]                   # ... and the new one its first day
    # name = "Waters Scrutiny Committee"
    # kind = "scrutiny"
    # from = 2025-05-01

    # [[body]]
    # name = "Ducks Task and Finish Group"
    # kind = "task_group"
    # parent = "Ponds Scrutiny Committee"

    [[body]]
    name = "Cabinet"
    kind = "cabinet"
    # email = "cabinet.office@ponds.example"

    # Each post that owes answers. What a post owes is owed by its successor.
    [[owner]]
    post = "Head of Ponds"
    # aliases = ["Ponds Manager"]
    # directorate = "Place"
    # portfolio = "Environment"
    # email = "head.of.ponds@ponds.example"
    # to = 2025-04-30
    # successor = "Head of Waters"

    # The council's own time for an answer; the law's need not be written down.
    # [[clock]]
    # name = "answers to requests"
    # applies_to = "request"     # request, recommendation or action
    # base = "meeting"           # meeting, receipt or cabinet
    # length = "next meeting"    # or 28 days, 20 working days, 8 weeks, 2 months
    # rule = "Constitution, part 4, rule 12"

    # The words of letters, where the usual ones will not do.
    # [letter]
    # from = "Democratic Services <scrutiny@ponds.example>"
    # signature = """
    # Democratic Services
    # {council}"""

    """#
}
