#include "files/version_folders.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "files/descriptor.hpp"

namespace motcua::files {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes_read = 4'000'000;  // of one file of a version

Unexpected<Failure> folder_failure(std::string_view doing, const fs::path& path,
                                   const std::error_code& error) {
  return Unexpected{Failure{FailureKind::Storage,
                            std::string(doing) + " " + path.string() + ": " + error.message(),
                            false}};
}

OrFailure<Nothing> sync_folder(const fs::path& path) {
  const Descriptor opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() < 0 || ::fsync(opened.get()) != 0) {
    return Unexpected{system_failure("sync", path.string())};
  }
  return Nothing{};
}

OrFailure<Nothing> write_synced(const fs::path& path, std::string_view text) {
  const Descriptor opened(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (opened.get() < 0) return Unexpected{system_failure("write", path.string())};
  while (!text.empty()) {
    const auto written = ::write(opened.get(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return Unexpected{system_failure("write", path.string())};
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(opened.get()) != 0) return Unexpected{system_failure("sync", path.string())};
  return Nothing{};
}

// "procedures/x/.v3.new" of "procedures/x/v3": no reader takes it for a version.
fs::path beside(const fs::path& folder) {
  return folder.parent_path() / ("." + folder.filename().string() + ".new");
}

// Makes a folder with those above it, each on disk.
OrFailure<Nothing> make_folder(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return Nothing{};
  if (auto above = make_folder(path.parent_path()); !above) return above;
  fs::create_directory(path, error);
  if (error) return folder_failure("make", path, error);
  return sync_folder(path.parent_path());
}

OrFailure<std::string> read_whole(const fs::path& path) {
  std::error_code error;
  if (fs::file_size(path, error) > most_bytes_read || error) {
    return Unexpected{Failure{FailureKind::Storage, path.string() + " cannot be read", false}};
  }
  std::ifstream in(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) {
    return Unexpected{Failure{FailureKind::Storage, path.string() + " cannot be read", false}};
  }
  return content;
}

}  // namespace

OrFailure<Nothing> OfficeVersionFolders::prepare(const std::string& folder,
                                                 const procedure::Files& files) {
  const fs::path place = beside(fs::path(data_) / folder);
  std::error_code error;
  fs::remove_all(place, error);  // a killed program's
  if (error) return folder_failure("remove", place, error);
  if (auto made = make_folder(place); !made) return made;
  for (const auto& [name, text] : files) {
    if (auto written = write_synced(place / name, text); !written) return written;
  }
  return sync_folder(place);
}

OrFailure<Nothing> OfficeVersionFolders::put(const std::string& folder) {
  const fs::path place = fs::path(data_) / folder;
  std::error_code error;
  if (fs::exists(place, error)) {
    return Unexpected{Failure{FailureKind::Busy, place.string() + " is there already", false}};
  }
  if (::rename(beside(place).c_str(), place.c_str()) != 0) {
    return Unexpected{system_failure("put", place.string())};
  }
  return sync_folder(place.parent_path());
}

OrFailure<Nothing> OfficeVersionFolders::put_file(const std::string& folder,
                                                  const std::string& name,
                                                  const std::string& text) {
  const fs::path place = fs::path(data_) / folder;
  if (auto made = make_folder(place); !made) return made;
  const fs::path fresh = place / ("." + name + ".new");
  if (auto written = write_synced(fresh, text); !written) return written;
  if (::rename(fresh.c_str(), (place / name).c_str()) != 0) {
    return Unexpected{system_failure("put", (place / name).string())};
  }
  return sync_folder(place);
}

OrFailure<std::optional<procedure::Files>> OfficeVersionFolders::read(const std::string& folder) {
  const fs::path place = fs::path(data_) / folder;
  std::error_code error;
  if (!fs::is_directory(place, error)) return std::optional<procedure::Files>{};
  procedure::Files files;
  fs::directory_iterator at(place, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with('.')) continue;
    auto content = read_whole(at->path());
    if (!content) return Unexpected{content.error()};
    files.emplace(name, std::move(*content));
  }
  if (error) return folder_failure("read", place, error);
  return std::optional(std::move(files));
}

OrFailure<std::vector<std::string>> OfficeVersionFolders::list() {
  std::vector<std::string> folders;
  for (const std::string kind : {"procedures", "authority"}) {
    std::error_code error;
    const fs::path root = fs::path(data_) / kind;
    if (!fs::is_directory(root, error)) continue;
    fs::recursive_directory_iterator at(root, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
      if (!at->is_directory(error) || at->path().filename().string().starts_with('.')) continue;
      if (at.depth() != 1) continue;
      folders.push_back(fs::relative(at->path(), data_, error).generic_string());
    }
    if (error) return folder_failure("read", root, error);
  }
  std::ranges::sort(folders);
  return folders;
}

}  // namespace motcua::files
