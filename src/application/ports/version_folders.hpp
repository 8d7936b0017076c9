// The folders of versions the office published itself: "procedures/<id>/v<n>",
// "authority/<id>/v<n>" under its data folder.
//
// A folder comes into being whole or not at all. For one thread at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/failure.hpp"
#include "procedure/problem.hpp"

namespace motcua::ports {

class VersionFolders {
 public:
  virtual ~VersionFolders() = default;

  // Writes the files beside their place, on disk when it answers well.
  virtual OrFailure<Nothing> prepare(const std::string& folder, const procedure::Files& files) = 0;
  // Puts what was prepared in its place, on disk when it answers well. Busy when the place is
  // taken.
  virtual OrFailure<Nothing> put(const std::string& folder) = 0;
  // One more file of a folder, which may be new; an old one is replaced.
  virtual OrFailure<Nothing> put_file(const std::string& folder, const std::string& name,
                                      const std::string& text) = 0;
  // The regular files of a folder; nothing when there is no such folder.
  virtual OrFailure<std::optional<procedure::Files>> read(const std::string& folder) = 0;
  // Every folder there is, in order.
  virtual OrFailure<std::vector<std::string>> list() = 0;
};

}  // namespace motcua::ports
