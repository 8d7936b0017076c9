#include "queries/slips.hpp"

#include <algorithm>

#include "queries/dossier_view.hpp"

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

document::Applicant applicant_of(const dossier::Applicant& applicant) {
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
    return control();
  }

 private:
  document::Letterhead head(Moment at, std::string_view symbol) const {
    return letterhead(scene_.office, date_of(at), symbol, request_.demonstration);
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

  // "001" of "000.00.00.H26-170412-0001".
  std::string number() const { return d_.code.substr(d_.code.rfind('-') + 1); }

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
    slip.letterhead = head(d_.registered_at, "");
    slip.code = d_.code;
    slip.number = number();
    slip.book = std::to_string(int(std::chrono::year_month_day{date_of(d_.registered_at)}.year()));
    slip.reception_unit = reception();
    slip.applicant = applicant_of(d_.intake.applicant);
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
    slip.letterhead = head(record->record.at, "/HDHS");
    slip.code = record->type == "guided" ? "" : d_.code;
    slip.reception_unit = reception();
    slip.applicant = applicant_of(d_.intake.applicant);
    slip.request = request_text();
    std::vector<dossier::AskedItem> items;
    if (const auto* asked = std::get_if<dossier::SupplementRequested>(&record->record.event)) {
      items = asked->items;
      slip.reason = asked->reason;
      slip.approved_by = asked->approved_by;
    } else if (const auto* guided = std::get_if<dossier::Guided>(&record->record.event)) {
      items = guided->items;
      slip.reason = guided->reason;
    }
    for (const auto& item : items) {
      slip.papers.push_back({paper_name(item.paper), 1, 0, 0});
      slip.reason += (slip.reason.empty() ? "" : "; ") + paper_name(item.paper) + ": " + item.what;
    }
    slip.round = std::max(1, d_.supplements_requested);
    slip.tracking_address = request_.tracking_address;
    slip.officer = {name_of_officer(record->record.actor), scene_.office.phone};
    return slip;
  }

  document::Slip refusal() const {
    document::Refusal slip;
    const auto* record = newest(records_, {"refused"});
    slip.letterhead = head(record->record.at, "");
    slip.code = d_.code;
    slip.reception_unit = reception();
    slip.applicant = applicant_of(d_.intake.applicant);
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
    slip.applicant = applicant_of(d_.intake.applicant);
    slip.procedure = scene_.version.name.vi;
    slip.received = d_.intake.received_at;
    slip.promised = *std::prev(promise)->due;
    slip.state = dossier::status_of(d_).name.vi;
    slip.reason = apology.reason;
    slip.responsible_agency = unit_name(scene_.office, apology.responsible_unit).vi;
    slip.new_promise = *promise->due;
    const auto* record = newest(records_, {"apologised"});
    slip.signatory = signatory(record->record.actor);
    return slip;
  }

  document::Slip stop_notice() const {
    document::StopNotice slip;
    const auto* record = newest(records_, {"stopped", "withdrawn"});
    slip.letterhead = head(record->record.at, "");
    slip.code = d_.code;
    slip.applicant = applicant_of(d_.intake.applicant);
    slip.procedure = scene_.version.name.vi;
    slip.received = d_.intake.received_at;
    const bool withdrawn = record->type == "withdrawn";
    slip.stop_request = withdrawn ? "Người nộp hồ sơ yêu cầu rút hồ sơ: " + d_.ending_reason : "";
    if (!d_.holdings.empty()) {
      slip.stage = task_name(scene_.version, d_.holdings.back().task).vi;
    }
    slip.decision = withdrawn ? "Dừng giải quyết theo yêu cầu của người nộp hồ sơ"
                              : "Dừng giải quyết: " + d_.ending_reason;
    slip.signatory = signatory(record->record.actor);
    return slip;
  }

  document::Signatory signatory(const dossier::Actor& actor) const {
    const auto* person = scene_.office.find_person(actor.id);
    return {person == nullptr ? "" : person->post.vi, actor.name};
  }

  std::optional<document::Timeliness> timeliness(const dossier::Holding& holding) const {
    if (!holding.to || !holding.due) return std::nullopt;
    if (*holding.to > *holding.due) return document::Timeliness::Late;
    return date_of(*holding.to) < date_of(*holding.due) ? document::Timeliness::Early
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
    slip.letterhead = head(d_.registered_at, "");
    slip.code = d_.code;
    slip.applicant = applicant_of(d_.intake.applicant);
    slip.procedure = scene_.version.name.vi;
    slip.received = d_.intake.received_at;
    if (const auto* first = d_.first_promise()) slip.promised = first->due;
    for (std::size_t i = 0; i < d_.holdings.size(); ++i) {
      const auto& holding = d_.holdings[i];
      document::HandOver row;
      row.from = i == 0 ? "Người nộp hồ sơ" : unit_name(scene_.office, d_.holdings[i - 1].unit).vi;
      row.to = unit_name(scene_.office, holding.unit).vi;
      row.moment = holding.from;
      row.giver = i == 0 ? d_.intake.applicant.name : actor_at(holding.from);
      if (i > 0) row.timeliness = timeliness(d_.holdings[i - 1]);
      row.note = task_name(scene_.version, holding.task).vi;
      slip.hand_overs.push_back(std::move(row));
    }
    add_remarks(slip);
    return slip;
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

std::optional<document::Slip> slip_of(const std::vector<ports::StoredRecord>& records,
                                      const Dossier& dossier, const Scene& scene,
                                      const SlipRequest& request) {
  return SlipWriter(records, dossier, scene, request).write();
}

document::Register follow_up_register(const std::vector<view::ListRow>& rows,
                                      const RegisterScene& scene) {
  document::Register out;
  out.letterhead = letterhead(scene.office, date_of(scene.now), "", false);
  out.period = "Từ " + write_vietnamese(scene.from) + " đến " + write_vietnamese(scene.to);
  for (const auto& row : rows) {
    const auto* version = scene.catalogue.find(row.procedure, row.procedure_version);
    document::RegisterEntry entry;
    entry.code = row.code;
    entry.procedure = version == nullptr ? row.procedure : version->name.vi;
    entry.applicant = row.applicant;
    entry.lead_agency = unit_name(scene.office, scene.office.division_of(row.procedure)).vi;
    entry.received = row.received_at;
    entry.promised = row.first_promise;
    entry.returned = row.status == 10 ? row.ended_at : std::nullopt;
    entry.channel = row.channel == "online" ? "Trực tuyến"
                    : row.channel == "post" ? "Bưu chính"
                                            : "Trực tiếp";
    entry.note = dossier::status_by_number(row.status).name.vi;
    out.entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace motcua::queries
