import ArgumentParser

/// The command `matters`.
@main
struct Matters: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matters",
    abstract: "Keeps what a scrutiny committee asked for, and what became of it.",
    discussion: """
      Reads the papers of council meetings as text, keeps requests, recommendations
      and answers as records in a register, and prints what is outstanding. Works
      offline; everything it says is traceable to lines of a paper.

      EXAMPLES
        matters ingest papers/
        matters requests --unresolved
        matters report progress --body "Ponds Scrutiny Committee" --meeting 2024-03-12
        matters show PSC/23-24/IR01

      EXIT STATUS
        0   done
        1   something named could not be found or read, or was not found sound; all else was done
        2   the register could not be used
        64  the command's words are off
      """,
    version: "0.1.0",
    subcommands: [
      IngestCommand.self, RequestsCommand.self, RecommendationsCommand.self, ActionsCommand.self,
      ReportCommand.self, ShowCommand.self, LinksCommand.self,
      SearchCommand.self, TimelineCommand.self, OverdueCommand.self,
      CheckCommand.self, ReviewCommand.self, ConfirmCommand.self, RejectCommand.self,
      LinkCommand.self, UnlinkCommand.self, SetCommand.self,
      AddCommand.self, AssignCommand.self, CorrectCommand.self, RetractCommand.self,
      NoteCommand.self, ChaseCommand.self, NoticeCommand.self, SentCommand.self,
      RespondCommand.self, CompleteCommand.self, ReceivedCommand.self, CalendarCommand.self,
      AgendaCommand.self, ProgrammeCommand.self,
      CouncilCommand.self, OwnersCommand.self,
      BodiesCommand.self, YearEndCommand.self,
      ServeCommand.self, UserCommand.self,
      VerifyCommand.self, BackupCommand.self, RestoreCommand.self,
      WithdrawCommand.self, RedactCommand.self, DiscloseCommand.self,
      ParseCommand.self, LayoutsCommand.self,
      ExportCommand.self, ImportCommand.self,
      SchemaCommand.self, EvaluateCommand.self,
    ])
}
