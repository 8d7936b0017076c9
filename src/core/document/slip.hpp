// What each slip of the one-stop mechanism says, independent of how it looks.
//
// Fields are those of the forms of [TT01-2018] and [TT03-2025]; an empty text leaves its line out.
// Moments are the office's wall clock. Nothing here decides: the dossier does, a slip repeats it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/moment.hpp"
#include "base/money.hpp"
#include "document/form.hpp"
#include "document/letterhead.hpp"

namespace motcua::document {

// Sheets of one paper: one goes with the applicant, one stays with the office.
enum class Copy { Applicant, Office };

struct PaperHandedIn {
  std::string title;
  int quantity = 1;
  std::string form;  // "Bản chính", "Bản sao"; may be empty
  bool operator==(const PaperHandedIn&) const = default;
};

// Form 01. `number` and `book` are its place in the follow-up register.
struct Receipt {
  Letterhead letterhead;
  std::string code;  // the dossier's official code
  std::string number;
  std::string book;
  std::string reception_unit;
  Applicant applicant;
  std::string request;
  std::vector<PaperHandedIn> papers;
  int sets = 1;
  std::string legal_term;  // "06 ngày làm việc"
  Moment received{};
  std::optional<Moment> promised;  // none: the law sets no term for this case
  std::string result_place;
  std::string submitter;  // who hands in and signs; empty leaves room to write it
  std::string receiver;
  std::string tracking_address;  // printed and carried by the QR symbol; without the secret
  std::string lookup_code;       // the secret; only on the applicant's copy
  std::vector<Copy> copies{Copy::Applicant, Copy::Office};  // printed one after another
  bool operator==(const Receipt&) const = default;
};

struct PaperWanted {
  std::string title;
  int originals = 0;
  int certified_copies = 0;
  int photocopies = 0;
  bool operator==(const PaperWanted&) const = default;
};

// Form 02. Asked once; a later round needs a superior, who is then named.
struct SupplementRequest {
  Letterhead letterhead;  // symbol "…/HDHS"
  std::string code;       // empty before a dossier is received
  std::string reception_unit;
  Applicant applicant;
  std::string request;
  std::vector<PaperWanted> papers;
  std::string reason;
  int round = 1;
  std::string approved_by;  // "Nguyễn Văn A, Giám đốc"; for rounds after the first
  std::string tracking_address;
  Officer officer;
  bool operator==(const SupplementRequest&) const = default;
};

// Form 03.
struct Refusal {
  Letterhead letterhead;
  std::string code;
  std::string reception_unit;
  Applicant applicant;
  std::string request;
  std::string reason;
  Officer officer;
  std::string submitter;
  bool operator==(const Refusal&) const = default;
};

// Form 04. States the agency that is late, why, and the new date; at most once by rule.
struct Apology {
  Letterhead letterhead;  // symbol "…/PXL"
  std::string code;       // number of the receipt
  Applicant applicant;
  std::string procedure;
  Moment received{};
  Moment promised{};  // the promise that will not be kept
  std::string state;  // where the dossier stands
  std::string reason;
  std::string responsible_agency;
  Moment new_promise{};
  Signatory signatory;
  std::vector<std::string> recipients{"Như trên", "Lưu: VT"};
  bool operator==(const Apology&) const = default;
};

// Form 05 of [TT03-2025]; older dates print it without a form number.
struct StopNotice {
  Letterhead letterhead;
  std::string code;
  Applicant applicant;
  std::string procedure;
  Moment received{};
  std::string stop_request;  // who asked to stop, when, why
  std::string stage;         // how far the dossier had come
  std::string decision;
  std::string finance;  // fees paid, to pay or to give back
  Signatory signatory;
  std::vector<std::string> recipients{"Như trên", "Lưu: VT"};
  bool operator==(const StopNotice&) const = default;
};

enum class Timeliness { Early, OnTime, Late };

struct HandOver {
  std::string from;
  std::string to;
  Moment moment{};
  std::string giver;
  std::string taker;
  std::optional<Timeliness> timeliness;  // of the unit that gives; none while its share runs
  std::string note;
  bool operator==(const HandOver&) const = default;
};

// Form 05 before 15/9/2025, 06 after. Goes with the dossier, one row per hand-over.
struct ControlSlip {
  Letterhead letterhead;
  std::string code;
  Applicant applicant;
  std::string procedure;
  Moment received{};
  std::optional<Moment> promised;
  std::vector<HandOver> hand_overs;
  std::vector<std::string> remarks;  // a second supplement request, a new promise, …
  bool operator==(const ControlSlip&) const = default;
};

struct ChargedFee {
  std::string name;
  std::string reckoned;  // "30.000 đồng × 2 = 60.000 đồng"
  bool operator==(const ChargedFee&) const = default;
};

// That the office received a payment, or gave one back. [facts-3.2] It is no receipt (biên lai) of
// the law on fees, whose form is none of ours to print, and says so.
struct PaymentConfirmation {
  Letterhead letterhead;  // its symbol is the number of this confirmation
  std::string code;
  Applicant applicant;
  std::string procedure;
  bool given_back = false;
  std::vector<ChargedFee> fees;  // what the application costs in all
  Dong amount;
  std::string way;        // "Tiền mặt tại Bộ phận Một cửa"
  std::string reference;  // receipt of the counter, bank's or gateway's transaction
  std::string reason;     // of giving back, with its document
  Moment at{};
  std::string officer;  // who took or gave it; empty: a gateway
  std::string tracking_address;
  bool operator==(const PaymentConfirmation&) const = default;
};

// Who took the result away: the applicant's side at the counter, or a carrier.
struct HandOverRecord {
  Letterhead letterhead;
  std::string code;
  Applicant applicant;
  std::string procedure;
  std::string result;  // "2210/QĐ-UBND, ngày 18/04/2017"
  Moment at{};
  std::string giver;
  std::string taker;
  std::string shown;    // the paper the taker showed
  std::string carrier;  // with the two below: sent by post
  std::string tracking;
  std::string carrier_signed;  // date
  std::string delivered;       // "ngày 24/04/2017, bà Mai nhận"; empty: not known yet
  bool operator==(const HandOverRecord&) const = default;
};

// A diplomatic or official passport given to its holder for a trip, or given back after it.
// [QD58-2012] asks for a signed record; its form is ours.
struct PassportRecord {
  Letterhead letterhead;
  std::string code;  // of the passport's entry in the book of travel
  bool given_back = false;
  std::string number;
  std::string kind;    // "Hộ chiếu công vụ"
  std::string holder;  // with post and unit
  std::string expires;
  std::string trip;     // "Nhật Bản, từ 10/05/2017 đến 15/05/2017 (DR-170412-0001)"
  std::string on;       // the day
  std::string entered;  // into Vietnam; of giving back
  std::string due;      // when it has, or had, to be back
  std::string condition;
  std::string giver;
  std::string taker;
  bool operator==(const PassportRecord&) const = default;
};

using Slip = std::variant<Receipt, SupplementRequest, Refusal, Apology, StopNotice, ControlSlip,
                          PaymentConfirmation, HandOverRecord, PassportRecord>;

struct RegisterEntry {
  std::string code;
  std::string procedure;
  int sets = 1;
  std::string applicant;
  std::string contact;  // address, phone
  std::string lead_agency;
  Moment received{};
  std::optional<Moment> promised;
  std::optional<Moment> returned;
  std::string channel;  // how it was received and is returned
  std::string note;
  bool operator==(const RegisterEntry&) const = default;
};

// Form 06 before 15/9/2025, 07 after.
struct Register {
  Letterhead letterhead;
  std::string book;    // "01/2017"
  std::string period;  // "Từ 01/01/2017 đến 31/03/2017"
  std::vector<RegisterEntry> entries;
  bool operator==(const Register&) const = default;
};

FormKind kind_of(const Slip& slip);
const Letterhead& letterhead_of(const Slip& slip);
const std::string& code_of(const Slip& slip);  // the dossier's code, may be empty
Form form_of(const Slip& slip);

std::string name_of(Timeliness timeliness);  // "Trước hạn"
std::string label_of(IdentityKind kind);     // "Số CCCD"

}  // namespace motcua::document
