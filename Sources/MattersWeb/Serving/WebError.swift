/// Why a request is not answered as it was asked, in words for the person who asked.
enum WebError: Error, Sendable {
  case notFound
  case notAllowed
  case signInFirst
  case badForm(String, field: String? = nil)
  case badQuery(String)
  case staleForm
  case tooLarge(Int)
  case tooSlow
  case tooManyAttempts(seconds: Int)
  case readOnly
  case wrongHost
  case wrongMethod

  var status: Int {
    switch self {
    case .notFound: 404
    case .notAllowed, .staleForm: 403
    case .signInFirst: 401
    case .badForm: 422
    case .badQuery: 400
    case .tooLarge: 413
    case .tooSlow: 408
    case .tooManyAttempts: 429
    case .readOnly: 409
    case .wrongHost: 421
    case .wrongMethod: 405
    }
  }

  var title: String {
    switch self {
    case .notFound: "Page not found"
    case .notAllowed: "You cannot do this"
    case .signInFirst: "Sign in first"
    case .badForm: "There is a problem"
    case .badQuery: "The request was not understood"
    case .staleForm: "This form is out of date"
    case .tooLarge: "The file is too large"
    case .tooSlow: "The request took too long"
    case .tooManyAttempts: "Too many attempts"
    case .readOnly: "The register cannot be changed"
    case .wrongMethod: "This cannot be done here"
    case .wrongHost: "This is not the address of this register"
    }
  }

  var explanation: String {
    switch self {
    case .notFound:
      "Nothing is kept under this address. Check it, or find what you need from the overview."
    case .notAllowed: "Only officers can do this. Ask an officer of the council."
    case .signInFirst: "Sign in to see this page."
    case .badForm(let what, _), .badQuery(let what): what
    case .staleForm:
      "The page was open too long, or the form came from another site. Go back, load the page again and send it once more."
    case .tooLarge(let bytes):
      "At most \(bytes >> 20) MB can be uploaded. Take larger papers in with the command: matters ingest"
    case .tooSlow: "It did not arrive in time. Try again, over a faster connection."
    case .tooManyAttempts(let seconds):
      "Wait \((seconds + 59) / 60) minutes before you try to sign in again."
    case .readOnly:
      "The register's file cannot be written where it lies. Ask whoever runs this service."
    case .wrongMethod: "This address can be read, and nothing else."
    case .wrongHost: "Open the register under the address that matters serve printed."
    }
  }
}
