// Small parts of answers, the same in every query: texts, moments, statuses.
#pragma once

#include <optional>
#include <string>

#include "authority/office.hpp"
#include "base/json.hpp"
#include "base/moment.hpp"
#include "base/text.hpp"
#include "dossier/deadline.hpp"
#include "dossier/status.hpp"

namespace motcua::queries {

json::value write(const Text& text);
json::value write(const std::optional<Moment>& moment);  // null when there is none
json::value write(const dossier::Status& status);
json::value write(const dossier::Countdown& countdown);
json::value write(const dossier::PaperFile& file);
json::value write(const calendar::CountedDay& day);
json::value write(const dossier::Applicant& applicant);

// "16:30 thứ Năm 20/04/2017" / "16:30 on Thursday 20/04/2017".
Text describe(Moment moment);

// The unit's name, or the id itself where the office does not know it ("applicant" is known).
Text unit_name(const authority::Office& office, std::string_view unit);

// The task's name as the process has it, English from the version's texts.
Text task_name(const procedure::Version& version, std::string_view task);

// Keeps the first letters of each word: "Nguyễn Thị Lan" -> "N••• T•• L••".
std::string masked(std::string_view name);

}  // namespace motcua::queries
