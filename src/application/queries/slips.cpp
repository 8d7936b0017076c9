#include "queries/slips.hpp"

#include <algorithm>

#include "dossier/supplement.hpp"
#include "queries/dossier_view.hpp"
#include "queries/payment_slips.hpp"

namespace motcua::queries {
namespace {

using dossier::Dossier;

// The moment of the newest record of that kind, which dates the slip.
const ports::StoredRecord* newest(const std::vector<ports::StoredRecord>& records,
                                  std::initializer_list<std::string_view> types) {
  for (auto record = records.rbegin(); record != records.rend(); ++record) {
    if (std::find(types.begin(), types.end(), record->type) != types.end()) return &*record;
  }
  return nullptr;
}

class SlipWriter {
 public:
  SlipWriter(const std::vector<ports::StoredRecord>& records, const Dossier& dossier,
             const Scene& scene, const SlipRequest& request)
      : records_(records), d_(dossier), scene_(scene), request_(request) {}

  std::optional<document::Slip> write() const {
    const auto offered = slips_of(d_, request_.for_applicant);
    if (std::find(offered.begin(), offered.end(), request_.slip) == offered.end()) return {};
    if (request_.slip == "receipt") return receipt();
    if (request_.slip == "supplement-request") return supplement_request();
    if (request_.slip == "refusal") return refusal();
    if (request_.slip == "apology") return apology();
    if (request_.slip == "stop-notice") return stop_notice();
    if (request_.slip == "hand-over") return hand_over_record();
    return control();
  }

 private:
  document::Letterhead head(Moment at, std::string_view symbol) const {
    return letterhead(scene_.office, date_of(at), symbol, request_.demonstration);
  }

  // Papers of the counter carry the one-stop unit below the office.
  document::Letterhead head_of_reception(Moment at, std::string_view symbol) const {
    auto made = head(at, symbol);
    made.superior_body = made.issuing_body;
    made.issuing_body = reception();
    return made;
  }

  std::string request_text() const {
    return d_.intake.summary.empty() ? scene_.version.name.vi : d_.intake.summary;
  }

  std::string reception() const { return unit_name(scene_.office, "reception").vi; }

  std::string paper_name(std::string_view id) const {
    const auto* paper = scene_.version.find_paper(id);
    return paper == nullptr ? std::string(id) : paper->name.vi;
  }

  std::string name_of_officer(const dossier::Actor& actor) const { return actor.name; }

  // "170412-0001" of "000.00.00.H26-170412-0001": one number for one dossier of the year's book.
  std::string number() const { return d_.code.substr(d_.code.find('-') + 1); }

  // The dossier as it stood after the record.
  Dossier dossier_after(const ports::StoredRecord& last) const {
    Dossier then;
    for (const auto& stored : records_) {
      if (stored.record.version <= last.record.version) apply(then, stored.record);
    }
    return then;
  }

  std::vector<document::PaperHandedIn> papers() const {
    std::vector<document::PaperHandedIn> list;
    for (const auto& given : d_.intake.papers) {
      if (given.originals > 0) {
        list.push_back({paper_name(given.paper), given.originals, "Bản chính"});
      }
      if (given.copies > 0) list.push_back({paper_name(given.paper), given.copies, "Bản sao"});
    }
    for (const auto& file : d_.intake.files) {
      list.push_back({paper_name(file.paper), 1, "Bản điện tử"});
    }
    return list;
  }

  document::Slip receipt() const {
    document::Receipt slip;
    slip.letterhead = head_of_reception(d_.registered_at, "");
    slip.code = d_.code;
    slip.number = number();
    slip.book = std::to_string(int(std::chrono::year_month_day{date_of(d_.registered_at)}.year()));
    slip.reception_unit = reception();
    slip.applicant = printed_applicant(d_.intake.applicant);
    slip.request = request_text();
    slip.papers = papers();
    if (const auto reckoning = dossier::reckoning_of(d_, scene_.version)) {
      slip.legal_term = calendar::describe_term(reckoning->term).vi;
    }
    slip.received = d_.intake.received_at;
    if (const auto* first = d_.first_promise()) slip.promised = first->due;
    slip.result_place = d_.intake.collect_at == "post"     ? "Gửi qua bưu điện"
                        : d_.intake.collect_at == "online" ? "Nhận bản điện tử qua mạng"
                                                           : reception();
    if (d_.intake.channel != procedure::Channel::Online) {
      slip.receiver = name_of_officer(d_.registered_by);
    }
    slip.submitter = d_.intake.applicant.kind == "person" ? d_.intake.applicant.name : "";
    slip.tracking_address = request_.tracking_address;
    slip.lookup_code = request_.lookup_code;
    if (request_.for_applicant) slip.copies = {document::Copy::Applicant};
    return slip;
  }

  document::Slip supplement_request() const {
    document::SupplementRequest slip;
    const auto* record = newest(records_, {"supplement_requested", "guided"});
    slip.code = record->type == "guided" ? "" : d_.code;
    slip.reception_unit = reception();
    slip.applicant = printed_applicant(d_.intake.applicant);
    slip.request = request_text();
    std::vector<dossier::AskedItem> items;
    std::string document = "/HDHS";
    if (const auto* asked = std::get_if<dossier::SupplementRequested>(&record->record.event)) {
      items = asked->items;
      slip.reason = asked->reason;
      slip.approved_by = asked->approved_by;
      document = asked->document;
    } else if (const auto* guided = std::get_if<dossier::Guided>(&record->record.event)) {
      items = guided->items;
      slip.reason = guided->reason;
    }
    for (const auto& item : items) {
      const auto name = dossier::asked_name(item, scene_.version).vi;
      slip.reason += (slip.reason.empty() ? "" : "; ") + name + ": " + item.what;
      if (!item.field.empty()) {
        slip.papers.push_back({name, 0, 0, 0});
        continue;
      }
      const auto* paper = scene_.version.find_paper(item.paper);
      const bool counted = paper != nullptr && paper->originals + paper->copies > 0;
      slip.papers.push_back({name, counted ? paper->originals : 1, 0, counted ? paper->copies : 0});
    }
    slip.letterhead = head_of_reception(record->record.at, document.empty() ? "/HDHS" : document);
    slip.round = std::max(1, d_.supplements_requested);
    slip.tracking_address = request_.tracking_address;
    slip.officer = {name_of_officer(record->record.actor), scene_.office.phone};
    return slip;
  }

  document::Slip refusal() const {
    document::Refusal slip;
    const auto* record = newest(records_, {"refused"});
    const auto* refused = std::get_if<dossier::Refused>(&record->record.event);
    slip.letterhead =
        head_of_reception(record->record.at, refused == nullptr ? "" : refused->document);
    slip.code = d_.code;
    slip.reception_unit = reception();
    slip.applicant = printed_applicant(d_.intake.applicant);
    slip.request = request_text();
    slip.reason = d_.ending_reason;
    slip.officer = {name_of_officer(record->record.actor), scene_.office.phone};
    slip.submitter = d_.intake.applicant.kind == "person" ? d_.intake.applicant.name : "";
    return slip;
  }

  document::Slip apology() const {
    document::Apology slip;
    const auto& apology = d_.apologies.back();
    const auto promise = std::find_if(d_.promises.begin(), d_.promises.end(), [](const auto& p) {
      return p.kind == dossier::PromiseKind::Apology;
    });
    slip.letterhead = head(apology.at, apology.document.empty() ? "/PXL" : apology.document);
    slip.code = d_.code;
    slip.applicant = printed_applicant(d_.intake.applicant);
    slip.procedure = scene_.version.name.vi;
    slip.received = d_.intake.received_at;
    slip.promised = *std::prev(promise)->due;
    const auto* record = newest(records_, {"apologised"});
    slip.state = state_of(dossier_after(*record));
    slip.reason = apology.reason;
    slip.responsible_agency = unit_name(scene_.office, apology.responsible_unit).vi;
    slip.new_promise = *promise->due;
    slip.signatory = signatory_of(scene_.office, record->record.actor);
    return slip;
  }

  document::Slip stop_notice() const {
    document::StopNotice slip;
    const auto* record = newest(records_, {"stopped", "withdrawn"});
    const auto* stopped = std::get_if<dossier::Stopped>(&record->record.event);
    const bool numbered = stopped != nullptr && !stopped->document.empty();
    slip.letterhead = head(record->record.at, numbered ? stopped->document : "/TB");
    slip.code = d_.code;
    slip.applicant = printed_applicant(d_.intake.applicant);
    slip.procedure = scene_.version.name.vi;
    slip.received = d_.intake.received_at;
    slip.finance = scene_.version.fee.vi;
    const bool withdrawn = record->type == "withdrawn";
    slip.stop_request = withdrawn ? "Người nộp hồ sơ yêu cầu rút hồ sơ: " + d_.ending_reason : "";
    if (!d_.holdings.empty()) {
      slip.stage = task_name(scene_.version, d_.holdings.back().task).vi;
    }
    slip.decision = withdrawn ? "Dừng giải quyết theo yêu cầu của người nộp hồ sơ"
                              : "Dừng giải quyết: " + d_.ending_reason;
    slip.signatory = signatory_of(scene_.office, record->record.actor);
    return slip;
  }

  document::Slip hand_over_record() const {
    document::HandOverRecord slip;
    const auto& result = *d_.result;
    const auto* record = newest(records_, {"result_returned", "result_posted"});
    slip.letterhead = head_of_reception(record->record.at, "");
    slip.code = d_.code;
    slip.applicant = printed_applicant(d_.intake.applicant);
    slip.procedure = scene_.version.name.vi;
    slip.result = result.document;
    if (result.document_date) slip.result += ", ngày " + write_vietnamese(*result.document_date);
    slip.at = record->record.at;
    slip.giver = record->record.actor.name;
    slip.taker = result.returned_to;
    slip.shown = result.shown;
    if (!result.posting) return slip;
    slip.carrier = result.posting->carrier;
    slip.tracking = result.posting->tracking;
    slip.carrier_signed = write_vietnamese(result.posting->date);
    if (const auto& on = result.posting->delivered) {
      slip.delivered = "ngày " + write_vietnamese(*on) + ", " + result.posting->received_by;
    }
    return slip;
  }

  // "Đang xử lý, tại Phòng Lãnh sự".
  std::string state_of(const Dossier& dossier) const {
    std::string state = dossier::status_of(dossier).name.vi;
    for (std::size_t i = 0; i < dossier.tasks.size(); ++i) {
      state += (i == 0 ? ", tại " : " và ") + unit_name(scene_.office, dossier.tasks[i].unit).vi;
    }
    return state;
  }

  std::optional<document::Timeliness> timeliness(const dossier::Holding& holding) const {
    if (!holding.to || !holding.due) return std::nullopt;
    if (*holding.to > *holding.due) return document::Timeliness::Late;
    return date_of(*holding.to) < date_of(*holding.due) ? document::Timeliness::Early
                                                        : document::Timeliness::OnTime;
  }

  // Of the whole dossier, by the promise that counts; the applicant may collect when he likes.
  std::optional<document::Timeliness> timeliness_of_the_promise() const {
    const auto* counts = dossier::promise_that_counts(d_);
    if (counts == nullptr || !counts->due || !d_.ended_at) return std::nullopt;
    if (dossier::promise_state(d_, scene_.now) != dossier::PromiseState::Kept) {
      return document::Timeliness::Late;
    }
    return date_of(*d_.ended_at) < date_of(*counts->due) ? document::Timeliness::Early
                                                         : document::Timeliness::OnTime;
  }

  // Who closed and who took up a holding, by the records at its ends.
  std::string actor_at(Moment moment) const {
    for (const auto& stored : records_) {
      if (stored.record.at == moment) return stored.record.actor.name;
    }
    return "";
  }

  document::Slip control() const {
    document::ControlSlip slip;
    slip.letterhead = head_of_reception(d_.registered_at, "");
    slip.code = d_.code;
    slip.applicant = printed_applicant(d_.intake.applicant);
    slip.procedure = scene_.version.name.vi;
    slip.received = d_.intake.received_at;
    if (const auto* first = d_.first_promise()) slip.promised = first->due;
    for (std::size_t i = 0; i < d_.holdings.size(); ++i) slip.hand_overs.push_back(hand_over(i));
    if (d_.result && d_.result->returned_at) slip.hand_overs.push_back(return_to_the_applicant());
    add_remarks(slip);
    return slip;
  }

  // The holding that ended when this one began: where tasks run side by side, not the one before.
  const dossier::Holding* giver_of(std::size_t index) const {
    const dossier::Holding* giver = nullptr;
    for (std::size_t i = 0; i < index; ++i) {
      if (d_.holdings[i].to == d_.holdings[index].from) giver = &d_.holdings[i];
    }
    return giver;
  }

  document::HandOver hand_over(std::size_t index) const {
    const auto& holding = d_.holdings[index];
    document::HandOver row;
    row.to = unit_name(scene_.office, holding.unit).vi;
    row.moment = holding.from;
    row.note = task_name(scene_.version, holding.task).vi;
    if (holding.to) row.taker = actor_at(*holding.to);
    if (const auto* giver = giver_of(index)) {
      row.from = unit_name(scene_.office, giver->unit).vi;
      row.giver = actor_at(holding.from);
      row.timeliness = timeliness(*giver);
    } else {
      row.from = "Người nộp hồ sơ";
      row.giver = d_.intake.applicant.name;
    }
    return row;
  }

  document::HandOver return_to_the_applicant() const {
    document::HandOver row;
    row.from = reception();
    row.to = "Người nộp hồ sơ";
    row.moment = *d_.result->returned_at;
    row.giver = actor_at(row.moment);
    row.taker = d_.result->returned_to;
    row.timeliness = timeliness_of_the_promise();
    row.note = "Trả kết quả";
    return row;
  }

  void add_remarks(document::ControlSlip& slip) const {
    if (d_.supplements_requested > 1) {
      slip.remarks.push_back("Yêu cầu bổ sung " + std::to_string(d_.supplements_requested) +
                             " lần.");
    }
    for (std::size_t i = 1; i < d_.promises.size(); ++i) {
      const auto& promise = d_.promises[i];
      if (!promise.due) continue;
      slip.remarks.push_back("Hẹn lại: " + write_vietnamese(*promise.due) +
                             (promise.reason.empty() ? "" : ", " + promise.reason));
    }
  }

  const std::vector<ports::StoredRecord>& records_;
  const Dossier& d_;
  const Scene& scene_;
  const SlipRequest& request_;
};

}  // namespace

document::Applicant printed_applicant(const dossier::Applicant& applicant) {
  document::Applicant out;
  out.name = applicant.name;
  out.identity.kind = applicant.kind == "organisation" ? document::IdentityKind::TaxNumber
                                                       : document::IdentityKind::CitizenCard;
  out.identity.number = applicant.identity;
  out.address = applicant.address;
  out.phone = applicant.phone;
  out.email = applicant.email;
  return out;
}

document::Letterhead letterhead(const authority::Office& office, Date date, std::string_view symbol,
                                bool demonstration) {
  document::Letterhead head;
  head.superior_body = office.parent.vi;
  head.issuing_body = office.name.vi;
  if (!symbol.empty()) {
    head.symbol = symbol.front() == '/' ? "……" + std::string(symbol) + "-" + office.symbol
                                        : std::string(symbol);
  }
  head.place = office.place;
  head.date = date;
  if (demonstration) head.remark = "Bản trình diễn, không có giá trị pháp lý";
  return head;
}

document::Signatory signatory_of(const authority::Office& office, const dossier::Actor& actor) {
  const std::string director = "Giám đốc";
  const auto person = std::ranges::find_if(office.people, [&](const auto& known) {
    return known.username == actor.id || (known.name == actor.name && known.unit == actor.unit);
  });
  const auto has = [&](std::string_view role) {
    return person != office.people.end() &&
           std::ranges::find(person->roles, role) != person->roles.end();
  };
  if (has("director")) return {director, actor.name};
  if (has("head")) return {"TL. " + director + "\n" + person->post.vi, actor.name};
  return {director, ""};
}

std::optional<document::Slip> slip_of(const std::vector<ports::StoredRecord>& records,
                                      const Dossier& dossier, const Scene& scene,
                                      const SlipRequest& request) {
  if (auto confirmation = payment_slip_of(records, scene, request)) return confirmation;
  return SlipWriter(records, dossier, scene, request).write();
}

namespace {

std::string contact_of(const dossier::Applicant& applicant) {
  const auto between = applicant.address.empty() || applicant.phone.empty() ? "" : "; ";
  return applicant.address + between + applicant.phone;
}

document::RegisterEntry entry_of(const Dossier& dossier, const RegisterScene& scene) {
  const auto& intake = dossier.intake;
  const auto* version = scene.catalogue.find(intake.procedure, intake.procedure_version);
  document::RegisterEntry entry;
  entry.code = dossier.code;
  entry.procedure = version == nullptr ? intake.procedure : version->name.vi;
  entry.applicant = intake.applicant.name;
  entry.contact = contact_of(intake.applicant);
  entry.lead_agency = unit_name(scene.office, scene.office.division_of(intake.procedure)).vi;
  entry.received = intake.received_at;
  entry.promised = dossier.first_promise()->due;
  if (dossier.result) entry.returned = dossier.result->returned_at;
  entry.channel = intake.channel == procedure::Channel::Online ? "Trực tuyến"
                  : intake.channel == procedure::Channel::Post ? "Bưu chính"
                                                               : "Trực tiếp";
  entry.note = dossier::status_of(dossier).name.vi;
  for (std::size_t i = 1; i < dossier.promises.size(); ++i) {
    if (const auto& due = dossier.promises[i].due) {
      entry.note += "; hẹn lại " + write_vietnamese(*due);
    }
  }
  return entry;
}

}  // namespace

OrFailure<document::Register> follow_up_register(const std::vector<view::ListRow>& rows,
                                                 const RegisterScene& scene) {
  document::Register out;
  out.letterhead = letterhead(scene.office, date_of(scene.now), "", scene.demonstration);
  const std::chrono::year_month_day first{scene.from};
  const std::chrono::year_month_day last{scene.to};
  if (first.year() == last.year()) out.book = std::to_string(int(first.year()));
  out.period = "Từ " + write_vietnamese(scene.from) + " đến " + write_vietnamese(scene.to);
  for (const auto& row : rows) {
    const auto dossier = scene.find(row.code);
    if (!dossier) return Unexpected{dossier.error()};
    const bool received = (*dossier)->first_promise() != nullptr;
    if (received) out.entries.push_back(entry_of(**dossier, scene));
  }
  return out;
}

}  // namespace motcua::queries
