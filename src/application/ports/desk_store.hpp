// What is kept beside the journal and is no part of a dossier: drafts and settings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "dossier/intake.hpp"

namespace motcua::ports {

struct Draft {
  std::string id;
  std::string procedure;
  int procedure_version = 1;
  std::string answers = "{}";
  int step = 0;
  std::string notify_by;  // as in dossier::Intake
  std::string notify_at;  // account: at the account's own address; form or empty: at the form's
  std::string language;
  std::vector<dossier::PaperFile> files;
  Moment saved_at{};
  std::string submitted_as;      // code, once it was sent
  std::string citizen;           // whose account it was begun in; empty: whoever knows its id
  std::string party;             // for whom he applies
  std::string filled_in = "{}";  // the answers the office knew when it was begun
};

// Any thread.
class DeskStore {
 public:
  virtual ~DeskStore() = default;
  virtual OrFailure<Nothing> put_draft(const Draft& draft) = 0;
  virtual OrFailure<std::optional<Draft>> find_draft(std::string_view id) = 0;
  virtual OrFailure<std::vector<Draft>> drafts_of(std::string_view citizen) = 0;  // newest first
  virtual OrFailure<Nothing> drop_draft(std::string_view id) = 0;
  virtual OrFailure<Nothing> drop_drafts_before(Moment saved_before) = 0;

  virtual OrFailure<Nothing> put_setting(std::string_view name, std::string_view value) = 0;
  virtual OrFailure<std::optional<std::string>> find_setting(std::string_view name) = 0;
};

}  // namespace motcua::ports
