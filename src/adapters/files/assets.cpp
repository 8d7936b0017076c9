#include "files/assets.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

extern "C" {
extern const char motcua_assets_begin[];
extern const char motcua_assets_end[];
}

namespace motcua::files {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "MOTCUA01";
constexpr std::array<std::string_view, 6> parts = {"web",     "procedures", "calendars",
                                                   "offices", "api",        "authority"};

// Reads little-endian numbers and words from the front of a pack; empty once it is cut short.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::optional<std::string_view> take(std::size_t size) {
    if (rest_.size() < size) return std::nullopt;
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::optional<std::uint64_t> number(std::size_t size) {
    const auto bytes = take(size);
    if (!bytes) return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) {
      value = (value << 8) | static_cast<unsigned char>((*bytes)[i]);
    }
    return value;
  }

 private:
  std::string_view rest_;
};

Unexpected<Failure> cut_short() { return malformed("the pack of assets is cut short"); }

Failure storage_failure(const fs::path& path, const std::string& reason) {
  return Failure{FailureKind::Storage, "reading " + path.string() + ": " + reason, false};
}

OrFailure<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) return Unexpected{storage_failure(path, "cannot be read")};
  return bytes;
}

}  // namespace

Assets Assets::embedded() {
  const auto size = static_cast<std::size_t>(motcua_assets_end - motcua_assets_begin);
  return from_pack({motcua_assets_begin, size}).value();
}

OrFailure<Assets> Assets::from_pack(std::string_view pack) {
  Reader reader(pack);
  if (reader.take(magic.size()) != magic) return malformed("this is not a pack of assets");
  const auto count = reader.number(4);
  if (!count) return cut_short();
  Assets assets;
  for (std::uint64_t i = 0; i < *count; ++i) {
    const auto length = reader.number(4);
    const auto offset = reader.number(8);
    const auto size = reader.number(8);
    if (!length || !offset || !size) return cut_short();
    const auto path = reader.take(*length);
    if (!path || *offset > pack.size() || *size > pack.size() - *offset) return cut_short();
    assets.files_.emplace(*path, pack.substr(*offset, *size));
  }
  return assets;
}

OrFailure<Assets> Assets::for_program(const fs::path& program_folder, const fs::path& web_folder) {
  Assets assets = embedded();
  for (const auto part : parts) {
    const fs::path folder = program_folder / "motcua-assets" / part;
    std::error_code ignored;  // a folder that cannot be looked at is not installed
    if (!fs::is_directory(folder, ignored)) continue;
    if (auto replaced = assets.replace(part, folder); !replaced) {
      return Unexpected{replaced.error()};
    }
  }
  if (!web_folder.empty()) {
    if (auto replaced = assets.replace("web", web_folder); !replaced) {
      return Unexpected{replaced.error()};
    }
  }
  return assets;
}

OrFailure<Nothing> Assets::replace(std::string_view prefix, const fs::path& folder) {
  Files found;
  if (auto read = read_folder(prefix, folder, found); !read) return read;
  remove_below(prefix);
  files_.merge(found);
  return Nothing{};
}

OrFailure<Nothing> Assets::read_folder(std::string_view prefix, const fs::path& folder,
                                       Files& found) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return Unexpected{Failure{FailureKind::NotFound, folder.string() + " is not a folder", false}};
  }
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (!entry->is_regular_file(error)) continue;
    auto bytes = read_file(entry->path());
    if (!bytes) return Unexpected{bytes.error()};
    auto path = std::string(prefix) + "/" + fs::relative(entry->path(), folder).generic_string();
    read_.push_back(std::make_unique<const std::string>(std::move(bytes).value()));
    found.emplace(std::move(path), *read_.back());
  }
  if (error) return Unexpected{storage_failure(folder, error.message())};
  return Nothing{};
}

void Assets::remove_below(std::string_view prefix) {
  const std::string below = std::string(prefix) + "/";
  std::erase_if(files_, [&](const auto& file) { return file.first.starts_with(below); });
}

std::optional<std::string_view> Assets::find(std::string_view path) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string_view> Assets::list(std::string_view prefix) const {
  std::vector<std::string_view> paths;
  for (auto file = files_.lower_bound(prefix); file != files_.end(); ++file) {
    if (!file->first.starts_with(prefix)) break;
    paths.emplace_back(file->first);
  }
  return paths;
}

}  // namespace motcua::files
