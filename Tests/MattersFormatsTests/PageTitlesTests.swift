import MattersArising
import MattersFormats
import MattersRecords
import Testing

@Suite("Minutes of a page whose titles only its elements set apart")
struct PageTitlesTests {
  /// The titles of the minutes that a page gives, each behind its number.
  private func titles(_ page: String) throws -> [String] {
    let paper = try PaperForm.read(name: "page.html", contents: Array(page.utf8))
    return Pipeline.read(paper).printed.compactMap { record in
      guard case .minute(let minute) = record.content else { return nil }
      return [minute.number, minute.title].compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test("what is cut out of a page may begin with any element")
  func fragment() throws {
    let found = try titles(
      """
      <button class="close">
        <span>×</span>
      </button>
      <div class="minutes">
        <p>Minutes of the meeting of Orlestone Parish Council held on 6 March 2024</p>
        <h4>PRESENT</h4>
        <p>Councillors Fenn and Garth</p>
        <ol>
          <li>
            <h4>APOLOGIES</h4>
            <p>Cllr Hythe was away.</p>
          </li>
          <li>
            <h4>DUCK POND</h4>
            <p>It was RESOLVED that the sluice be rebuilt.</p>
          </li>
          <li>
            <h4>ANY OTHER BUSINESS</h4>
            <p>There was none.</p>
          </li>
        </ol>
      </div>
      """)
    #expect(found == ["1 APOLOGIES", "2 DUCK POND", "3 ANY OTHER BUSINESS"])
  }

  @Test("titles are underlined or slanted")
  func emphasis() throws {
    let found = try titles(
      """
      <h1>Orlestone Parish Council</h1>
      <p>Minutes of the meeting held on 6 March 2024 in the Reading Room</p>
      <p>Present: Cllr Fenn, Cllr Garth</p>
      <p><u>Apologies</u></p>
      <p>Cllr Hythe was away.</p>
      <p><span style="text-decoration: underline">Duck pond</span></p>
      <p>It was RESOLVED that the sluice be rebuilt.</p>
      <p><em>Correspondence</em></p>
      <p>A letter of thanks had come from the school.</p>
      """)
    #expect(found == ["Apologies", "Duck pond", "Correspondence"])
  }
}
