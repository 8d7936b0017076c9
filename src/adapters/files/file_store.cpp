#include "files/file_store.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/assertion.hpp"
#include "base/digest.hpp"
#include "files/descriptor.hpp"

namespace motcua::files {
namespace {

// SHA-256 of bytes that come in pieces.
class Hash {
 public:
  Hash() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    MOTCUA_ASSERT(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
  }
  void add(std::string_view bytes) {
    MOTCUA_ASSERT(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
  }
  std::string hex() {
    Digest digest{};
    MOTCUA_ASSERT(EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr) == 1);
    return to_hex(digest);
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

bool is_hex_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// A file gets its name only once its bytes are durable.
bool is_kept(const std::string& place, std::int64_t size) {
  struct stat facts {};
  return ::stat(place.c_str(), &facts) == 0 && facts.st_size == size;
}

// Makes what the folder lists durable.
void sync_folder(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() >= 0) ::fsync(opened.get());
}

}  // namespace

OrFailure<std::unique_ptr<FolderStore>> FolderStore::open(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder + "/spool", error);
  if (error) {
    return Unexpected{
        Failure{FailureKind::Storage, "make " + folder + ": " + error.message(), false}};
  }
  return std::unique_ptr<FolderStore>(new FolderStore(folder));
}

OrFailure<ports::KeptFile> FolderStore::keep(const std::string& spooled_path) {
  const Descriptor from(::open(spooled_path.c_str(), O_RDONLY | O_CLOEXEC));
  if (from.get() < 0) return Unexpected{system_failure("open", spooled_path)};
  ports::KeptFile kept;
  Hash hash;
  std::vector<char> buffer(piece_bytes);
  for (;;) {
    const auto got = ::read(from.get(), buffer.data(), buffer.size());
    if (got < 0) return Unexpected{system_failure("read", spooled_path)};
    if (got == 0) break;
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(got));
    hash.add(bytes);
    kept.size += got;
  }
  kept.sha256 = hash.hex();
  const std::string place = place_of(kept.sha256);
  const std::string shelf = std::filesystem::path(place).parent_path();
  if (is_kept(place, kept.size)) {  // by whoever sent the same before; its name may not be synced
    ::unlink(spooled_path.c_str());
    sync_folder(shelf);
    return kept;
  }
  if (::fdatasync(from.get()) != 0) return Unexpected{system_failure("sync", spooled_path)};
  if (::mkdir(shelf.c_str(), 0777) == 0) {
    sync_folder(folder_);
  } else if (errno != EEXIST) {
    return Unexpected{system_failure("make", shelf)};
  }
  if (::rename(spooled_path.c_str(), place.c_str()) != 0) {
    return Unexpected{system_failure("move", spooled_path)};
  }
  sync_folder(shelf);
  return kept;
}

OrFailure<ports::KeptFile> FolderStore::keep_bytes(std::string_view bytes) {
  std::string spooled = folder_ + "/spool/XXXXXX";
  const Descriptor to(::mkostemp(spooled.data(), O_CLOEXEC));
  if (to.get() < 0) return Unexpected{system_failure("make", spooled)};
  if (!write_all(to.get(), bytes)) {
    const auto failure = system_failure("write", spooled);
    ::unlink(spooled.c_str());
    return Unexpected{failure};
  }
  auto kept = keep(spooled);
  ::unlink(spooled.c_str());  // still there when it could not be kept
  return kept;
}

OrFailure<std::string> FolderStore::path_of(std::string_view sha256) {
  if (!is_hex_digest(sha256))
    return Unexpected{Failure{FailureKind::NotFound, "no such file", false}};
  std::string place = place_of(sha256);
  if (!std::filesystem::exists(place)) {
    return Unexpected{Failure{FailureKind::NotFound, "no such file", false}};
  }
  return place;
}

OrFailure<std::string> FolderStore::read(std::string_view sha256) {
  const auto place = path_of(sha256);
  if (!place) return place;
  const Descriptor from(::open(place->c_str(), O_RDONLY | O_CLOEXEC));
  if (from.get() < 0) return Unexpected{system_failure("open", *place)};
  std::string bytes;
  std::vector<char> buffer(piece_bytes);
  for (;;) {
    const auto got = ::read(from.get(), buffer.data(), buffer.size());
    if (got < 0) return Unexpected{system_failure("read", *place)};
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::string FolderStore::place_of(std::string_view sha256) const {
  return folder_ + "/" + std::string(sha256.substr(0, 2)) + "/" + std::string(sha256);
}

}  // namespace motcua::files
