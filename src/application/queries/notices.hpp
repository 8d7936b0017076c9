// Notices and their templates as JSON for the pages.
#pragma once

#include "base/json.hpp"
#include "notice/notice.hpp"
#include "ports/outbox.hpp"

namespace motcua::queries {

Text kind_name(notice::Kind kind);

// An officer is told what only the office needs to know: the tries and the carrier's words.
enum class NoticeReader { Applicant, Officer };
json::value notice_view(const ports::KeptNotice& kept, NoticeReader reader);
json::value notices_view(const std::vector<ports::KeptNotice>& notices, NoticeReader reader);

struct ShownTemplate {
  notice::Kind kind = notice::Kind::Received;
  Language language = Language::Vietnamese;
  notice::Template written;
  bool own = false;  // the office's, not the one the program ships
};
// With the names its parts may use.
json::value template_view(const ShownTemplate& shown);

}  // namespace motcua::queries
