// Assets: the files the program brings along (built web, procedures, calendars, offices, API
// contract), read from the pack embedded in it, or from a folder that stands in for a part of it.
//
// Paths are relative with '/': "web/index.html", "procedures/official-travel/1/process.bpmn",
// "calendars/...", "offices/...", "api/openapi.yaml". Everything is held in memory and does not
// change after loading, so one Assets may be read by many threads. Not for files of a running
// office: those belong to the attachments.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"

namespace motcua::files {

class Assets {
 public:
  // What the build embedded. Without a built web there is simply no path below "web/".
  static Assets embedded();

  // The files of a pack in the layout of tools/pack_assets.py. `pack` must outlive the result.
  // Malformed when it is cut short or its directory points outside it.
  static OrFailure<Assets> from_pack(std::string_view pack);

  // What a program run from `program_folder` serves: the embedded pack, with each folder of
  // `program_folder`/motcua-assets (installed beside the program) and then `web_folder` (the
  // operator's --web; empty for none) standing in for its part.
  static OrFailure<Assets> for_program(const std::filesystem::path& program_folder,
                                       const std::filesystem::path& web_folder);

  // Replaces everything below `prefix` ("web") by the files of `folder`. NotFound when there is no
  // such folder, Storage when one of its files cannot be read; then nothing is replaced.
  OrFailure<Nothing> replace(std::string_view prefix, const std::filesystem::path& folder);

  // The bytes of one file; valid as long as this object lives and is not changed.
  std::optional<std::string_view> find(std::string_view path) const;

  // All paths that begin with `prefix`, in byte order. An empty prefix lists everything.
  std::vector<std::string_view> list(std::string_view prefix) const;

  bool has_web() const { return find("web/index.html").has_value(); }

 private:
  using Files = std::map<std::string, std::string_view, std::less<>>;

  OrFailure<Nothing> read_folder(std::string_view prefix, const std::filesystem::path& folder,
                                 Files& found);
  void remove_below(std::string_view prefix);

  Files files_;
  std::vector<std::unique_ptr<const std::string>> read_;  // bytes that came from folders
};

}  // namespace motcua::files
