import MattersBlocks
import MattersFormats
import Testing

@Suite("A committee system's web service")
struct ServiceMeetingTests {
  static let meeting = """
    <?xml version="1.0" encoding="utf-8"?>
    <getmeeting>
    <committeetitle>Ponds Scrutiny Committee</committeetitle>
    <meetingdate>21/05/2024</meetingdate>
    <agendaitems>
    <agendaitem><agendaitemnumber>13</agendaitemnumber><title>Duck &amp;amp; weed</title>
    <agendatext><![CDATA[<p>To consider the report.</p>]]></agendatext>
    <minutestext>&lt;p&gt;The Head of Ponds spoke.&lt;/p&gt;
    &lt;p&gt;(a)&amp;nbsp; the report be noted.&lt;/p&gt;</minutestext>
    </agendaitem></agendaitems></getmeeting>
    """

  @Test("gives the blocks of the page that the system would show")
  func pieces() throws {
    let paper = try PaperForm.read(name: "-", contents: Array(Self.meeting.utf8))
    #expect(
      paper.dump() == """
        3   heading Agenda and minutes
        3     heading Ponds Scrutiny Committee
        4 paragraph Date: 21/05/2024
        6       heading [13.] Duck & weed
        7   paragraph To consider the report.
        8   paragraph Minutes:
        8   paragraph The Head of Ponds spoke.
        9   item [(a)] the report be noted.

        """)
  }
}
