#include "files/partial_uploads.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "base/json.hpp"
#include "files/descriptor.hpp"

namespace motcua::files {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view description = ".json";
constexpr std::string_view contents = ".part";

// Ids are made here; what a request names must look like one before it becomes part of a path.
bool is_id(std::string_view text) {
  constexpr std::string_view allowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return text.size() >= 16 && text.size() <= 64 &&
         text.find_first_not_of(allowed) == std::string_view::npos;
}

std::int64_t size_of(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  return error ? 0 : static_cast<std::int64_t>(size);
}

std::int64_t whole_number(const json::value& from, std::string_view name) {
  const auto* value = member(from, name);
  return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

std::optional<ports::PartialUpload> read_description(const std::string& path) {
  std::ifstream file(path);
  if (!file) return std::nullopt;
  const auto read = read_json(std::string(std::istreambuf_iterator<char>(file), {}));
  if (!read) return std::nullopt;
  const auto text = [&](std::string_view name) { return std::string(string_member(*read, name)); };
  ports::PartialUpload upload{text("id"),
                              text("owner"),
                              text("paper"),
                              text("name"),
                              whole_number(*read, "length"),
                              whole_number(*read, "begun_at"),
                              0,
                              text("file")};
  return upload;
}

OrFailure<Nothing> copy(int from, int to, const std::string& path) {
  std::vector<char> buffer(piece_bytes);
  for (;;) {
    const auto got = ::read(from, buffer.data(), buffer.size());
    if (got < 0) return Unexpected{system_failure("read", path)};
    if (got == 0) return Nothing{};
    if (!write_all(to, {buffer.data(), static_cast<std::size_t>(got)})) {
      return Unexpected{system_failure("write", path)};
    }
  }
}

// The same inside the kernel, which moves each byte once; what it will not move is copied.
OrFailure<Nothing> move_bytes(int from, int to, const std::string& path) {
  constexpr std::size_t as_many_as_there_are = 1u << 30;
  for (;;) {
    const auto moved = ::copy_file_range(from, nullptr, to, nullptr, as_many_as_there_are, 0);
    if (moved == 0) return Nothing{};
    if (moved < 0) return copy(from, to, path);
  }
}

OrFailure<Nothing> write_piece(const ports::Piece& piece, int to, const std::string& path) {
  if (const auto* bytes = std::get_if<std::string_view>(&piece)) {
    if (write_all(to, *bytes)) return Nothing{};
    return Unexpected{system_failure("write", path)};
  }
  const auto& spooled = std::get<ports::SpooledPiece>(piece).path;
  const Descriptor from(::open(spooled.c_str(), O_RDONLY | O_CLOEXEC));
  if (from.get() < 0) return Unexpected{system_failure("open", spooled)};
  return move_bytes(from.get(), to, path);
}

// A first piece that lies in a file is the upload so far: nothing has to be copied.
bool becomes(const ports::Piece& piece, const std::string& path) {
  const auto* spooled = std::get_if<ports::SpooledPiece>(&piece);
  return spooled != nullptr && ::rename(spooled->path.c_str(), path.c_str()) == 0;
}

std::int64_t size_of(const ports::Piece& piece) {
  if (const auto* bytes = std::get_if<std::string_view>(&piece)) {
    return static_cast<std::int64_t>(bytes->size());
  }
  return size_of(std::get<ports::SpooledPiece>(piece).path);
}

}  // namespace

OrFailure<std::unique_ptr<FolderPartialUploads>> FolderPartialUploads::open(
    const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return Unexpected{
        Failure{FailureKind::Storage, "make " + folder + ": " + error.message(), false}};
  }
  return std::unique_ptr<FolderPartialUploads>(new FolderPartialUploads(folder));
}

std::string FolderPartialUploads::place(std::string_view id, std::string_view ending) const {
  return folder_ + "/" + std::string(id) + std::string(ending);
}

std::unique_lock<std::mutex> FolderPartialUploads::lock(std::string_view id) {
  return std::unique_lock(mutexes_[std::hash<std::string_view>{}(id) % mutexes_.size()]);
}

OrFailure<Nothing> FolderPartialUploads::describe(const ports::PartialUpload& upload) const {
  const std::string path = place(upload.id, description);
  const std::string text = write_json(json::object{{"id", upload.id},
                                                   {"owner", upload.owner},
                                                   {"paper", upload.paper},
                                                   {"name", upload.name},
                                                   {"length", upload.length},
                                                   {"begun_at", upload.begun_at},
                                                   {"file", upload.file}});
  const std::string fresh = path + ".new";
  {
    const Descriptor to(
        ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (to.get() < 0 || !write_all(to.get(), text)) {
      return Unexpected{system_failure("write", fresh)};
    }
  }
  if (::rename(fresh.c_str(), path.c_str()) != 0) {
    return Unexpected{system_failure("rename", fresh)};
  }
  return Nothing{};
}

OrFailure<Nothing> FolderPartialUploads::begin(const ports::PartialUpload& upload) {
  const std::string path = place(upload.id, contents);
  const Descriptor made(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (made.get() < 0) return Unexpected{system_failure("make", path)};
  return describe(upload);
}

OrFailure<std::optional<ports::PartialUpload>> FolderPartialUploads::find(std::string_view id) {
  if (!is_id(id)) return std::optional<ports::PartialUpload>{};
  auto upload = read_description(place(id, description));
  if (upload) {
    upload->offset = upload->file.empty() ? size_of(place(id, contents)) : upload->length;
  }
  return upload;
}

OrFailure<std::optional<std::int64_t>> FolderPartialUploads::append(std::string_view id,
                                                                    std::int64_t offset,
                                                                    const ports::Piece& piece) {
  const auto mine = lock(id);
  const auto upload = find(id);
  if (!upload) return Unexpected{upload.error()};
  const std::int64_t after = offset + size_of(piece);
  const bool fits = *upload && (*upload)->offset == offset && after <= (*upload)->length;
  if (!fits) return std::optional<std::int64_t>{};
  const std::string path = place(id, contents);
  if (offset == 0 && becomes(piece, path)) return std::optional{after};
  const Descriptor to(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (to.get() < 0 || ::lseek(to.get(), offset, SEEK_SET) < 0) {
    return Unexpected{system_failure("open", path)};
  }
  if (auto written = write_piece(piece, to.get(), path); !written) {
    (void)::ftruncate(to.get(), offset);  // as if it had not come: it is sent again
    return Unexpected{written.error()};
  }
  return std::optional{after};
}

OrFailure<std::string> FolderPartialUploads::path_of(std::string_view id) {
  if (is_id(id) && fs::exists(place(id, contents))) return place(id, contents);
  return Unexpected{Failure{FailureKind::NotFound, "no such upload", false}};
}

OrFailure<Nothing> FolderPartialUploads::finish(std::string_view id, std::string_view file) {
  const auto mine = lock(id);
  auto upload = find(id);
  if (!upload) return Unexpected{upload.error()};
  if (!*upload) return Nothing{};
  (*upload)->file = file;
  if (auto described = describe(**upload); !described) return described;
  ::unlink(place(id, contents).c_str());
  return Nothing{};
}

OrFailure<Nothing> FolderPartialUploads::drop(std::string_view id) {
  const auto mine = lock(id);
  if (!is_id(id)) return Nothing{};
  ::unlink(place(id, contents).c_str());
  ::unlink(place(id, description).c_str());
  return Nothing{};
}

OrFailure<Nothing> FolderPartialUploads::drop_begun_before(std::int64_t unix_seconds) {
  std::vector<std::string> old;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    if (entry.path().extension() != description) continue;
    const auto upload = read_description(entry.path().string());
    if (!upload || upload->begun_at < unix_seconds) old.push_back(entry.path().stem().string());
  }
  for (const auto& id : old) {
    if (auto dropped = drop(id); !dropped) return dropped;
  }
  return Nothing{};
}

}  // namespace motcua::files
