// What comes in with an application: who asks, what he says, which papers he gives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/moment.hpp"
#include "procedure/procedure.hpp"

namespace motcua::dossier {

struct Applicant {
  std::string kind;  // "person" or "organisation"
  std::string name;
  std::string identity;  // personal number, tax code or passport; may be empty
  std::string address;
  std::string phone;
  std::string email;
  bool operator==(const Applicant&) const = default;
};

// A file in the content-addressed store, under the name its giver used.
struct PaperFile {
  std::string id;  // of the upload
  std::string paper;
  std::string name;
  std::string media_type;
  std::string sha256;  // hex
  std::int64_t size = 0;
  int pages = 0;       // of a PDF
  int signatures = 0;  // in a PDF; what they are worth is read when somebody asks
  std::string origin;  // code of the dossier it was taken from; empty: sent by its giver
  Moment received_at{};
  bool operator==(const PaperFile&) const = default;
};

struct PaperGiven {
  std::string paper;  // id in the procedure version
  int originals = 0;
  int copies = 0;
  bool operator==(const PaperGiven&) const = default;
};

// Something asked of the applicant: one paper or one question of the form, one reason.
struct AskedItem {
  std::string paper;
  std::string what;
  std::string field = {};  // JSON Pointer into the answers; empty: a paper is asked for
  bool operator==(const AskedItem&) const = default;
};

// Who sent an application from an account, and for whom. Both are ids of parties.
struct Filer {
  std::string account;
  std::string party;    // himself or who gave him a mandate
  std::string mandate;  // that allowed it; empty: for himself
  bool operator==(const Filer&) const = default;
};

struct Intake {
  std::string procedure;
  int procedure_version = 1;
  std::string case_id;
  procedure::Channel channel = procedure::Channel::Counter;
  Applicant applicant;
  Filer filer;                 // empty: without an account
  std::string summary;         // nội dung yêu cầu giải quyết
  std::string answers = "{}";  // the form's answers, JSON as received
  std::vector<PaperGiven> papers;
  std::vector<PaperFile> files;
  std::string collect_at;  // where the result is to be handed over: counter, post, online
  std::string notify_by;   // email, sms, zalo or none; empty: by e-mail when he gave an address
  std::string notify_to;   // address of the account, where he chose that; empty: the applicant's
  std::string language;    // of the notices to him: vi or en; empty: vi
  Moment received_at{};  // the moment the promise counts from (the actual one when it was earlier)
  // Of the authority matrix it stands under, set at receipt: one published later on that day does
  // not move it. 0: none, or received before it was kept; then the one in force on that day.
  int authority_version = 0;
};

}  // namespace motcua::dossier
