#include "signature/key_folder.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "procedure/toml_tree.hpp"
#include "signature/certificates.hpp"
#include "signature/file_key.hpp"
#include "signature/token_key.hpp"

namespace motcua::signature {
namespace {

using procedure::TomlValue;

OrFailure<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  if (!file) return malformed(path + " cannot be read");
  return all.str();
}

OrFailure<Nothing> check_secret(const std::string& path) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0) return malformed(path + " cannot be read");
  if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return malformed(path + " may be read by others than its owner: chmod 600");
  }
  return Nothing{};
}

class KeysFile {
 public:
  KeysFile(std::string folder, const TomlValue& root) : folder_(std::move(folder)), root_(root) {}

  OrFailure<KeyPlace> place(const TomlValue& table) const {
    KeyPlace place;
    place.officer = text(table, "officer");
    place.file = path(table, "file");
    place.certificates = path(table, "certificates");
    place.passphrase_file = path(table, "passphrase_file");
    place.module = text(table, "module");
    place.token = text(table, "token");
    place.key = text(table, "key");
    const bool on_token = !place.module.empty() && !place.token.empty() && !place.key.empty();
    if (place.file.empty() == !on_token) {
      return malformed(where(table) + "a key is in a file, or on a token: module, token, key");
    }
    for (const auto& secret : {place.file, place.passphrase_file}) {
      if (secret.empty()) continue;
      if (auto safe = check_secret(secret); !safe) return Unexpected{safe.error()};
    }
    return place;
  }

  std::string text(const TomlValue& table, std::string_view key) const {
    const auto* found = table.find(key);
    const auto* held = found == nullptr ? nullptr : found->as<std::string>();
    return held == nullptr ? std::string() : *held;
  }

  std::string path(const TomlValue& table, std::string_view key) const {
    const auto name = text(table, key);
    return name.empty() ? name : (std::filesystem::path(folder_) / name).string();
  }

  const TomlValue& root() const { return root_; }
  std::string where(const TomlValue& table) const {
    return folder_ + "/keys.toml:" + std::to_string(table.line) + ": ";
  }

 private:
  std::string folder_;
  const TomlValue& root_;
};

OrFailure<std::vector<KeyPlace>> signers_in(const KeysFile& file) {
  std::vector<KeyPlace> signers;
  const auto* listed = file.root().find("signer");
  const auto* tables = listed == nullptr ? nullptr : listed->as<TomlValue::Array>();
  if (tables == nullptr) return signers;
  for (const auto& table : *tables) {
    auto place = file.place(table);
    if (!place) return Unexpected{place.error()};
    if (place->officer.empty()) return malformed(file.where(table) + "a signer has no officer");
    signers.push_back(std::move(*place));
  }
  return signers;
}

OrFailure<std::unique_ptr<ports::SigningKey>> open_place(const KeyPlace& place,
                                                         const std::string& passphrase) {
  if (!place.file.empty()) return open_key_file({place.file, passphrase, place.certificates});
  return open_token_key({place.module, place.token, place.key, passphrase, place.certificates});
}

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

}  // namespace

OrFailure<std::unique_ptr<KeyFolder>> KeyFolder::open(const std::string& folder) {
  std::unique_ptr<KeyFolder> keys(new KeyFolder);
  const auto path = folder + "/keys.toml";
  if (!std::filesystem::exists(path)) return keys;
  const auto text = read_file(path);
  if (!text) return Unexpected{text.error()};
  const auto root = procedure::read_toml(*text);
  if (!root)
    return malformed(path + ":" + std::to_string(root.error().line) + ": " + root.error().what);
  const KeysFile file(folder, *root);
  auto signers = signers_in(file);
  if (!signers) return Unexpected{signers.error()};
  keys->signers_ = std::move(*signers);
  if (const auto* seal = root->find("seal"); seal != nullptr) {
    auto place = file.place(*seal);
    if (!place) return Unexpected{place.error()};
    if (place->passphrase_file.empty()) {
      return malformed(file.where(*seal) + "the seal needs a passphrase_file");
    }
    keys->seal_place_ = std::move(*place);
  }
  if (const auto* trust = root->find("trust"); trust != nullptr) {
    auto roots = load_certificates(file.path(*trust, "roots"));
    if (!roots) return Unexpected{roots.error()};
    keys->anchors_.certificates = std::move(*roots);
  }
  if (const auto* stamp = root->find("timestamp"); stamp != nullptr) {
    keys->timestamp_authority_ = file.text(*stamp, "authority");
  }
  return keys;
}

OrFailure<std::unique_ptr<ports::SigningKey>> KeyFolder::open(std::string_view username,
                                                              const std::string& passphrase) {
  const auto place = std::find_if(signers_.begin(), signers_.end(),
                                  [&](const KeyPlace& p) { return p.officer == username; });
  if (place == signers_.end()) {
    return Unexpected{Failure{FailureKind::NotFound,
                              "keys.toml names no key of " + std::string(username), false}};
  }
  return open_place(*place, passphrase);
}

OrFailure<ports::SigningKey*> KeyFolder::seal() {
  if (!seal_place_) {
    return Unexpected{Failure{FailureKind::NotFound, "keys.toml names no seal", false}};
  }
  const std::lock_guard lock(mutex_);
  if (!seal_) {
    const auto passphrase = read_file(seal_place_->passphrase_file);
    if (!passphrase) return Unexpected{passphrase.error()};
    auto opened = open_place(*seal_place_, without_line_end(*passphrase));
    if (!opened) return Unexpected{opened.error()};
    seal_ = std::move(*opened);
  }
  return seal_.get();
}

}  // namespace motcua::signature
