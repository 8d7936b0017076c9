// Parts of a dossier as JSON outside the journal: the files of a draft.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "dossier/intake.hpp"

namespace motcua::dossier {

std::string write_files(const std::vector<PaperFile>& files);
OrFailure<std::vector<PaperFile>> read_files(std::string_view text);

}  // namespace motcua::dossier
