// motcua procedure export, import and compare: a version as one file, and two versions side by
// side.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace motcua::cli {

// Exit codes: 0 written, 1 it is no version, 2 cannot be read.
int run_subject_export(const std::filesystem::path& folder, std::ostream& out, std::ostream& err);
// The folder must not be there yet. Exit codes: 0 done, 1 the file is refused, 2 I/O.
int run_subject_import(const std::filesystem::path& file, const std::filesystem::path& folder,
                       std::ostream& err);
// Schema DesignComparison. Exit codes: 0 alike, 1 something differs, 2 cannot be read.
int run_subject_compare(const std::filesystem::path& old, const std::filesystem::path& now,
                        std::ostream& out, std::ostream& err);

}  // namespace motcua::cli
