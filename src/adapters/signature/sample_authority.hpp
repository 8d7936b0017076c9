// Certificates, keys, a timestamp authority and a PKCS #11 token for tests and benchmarks.
//
// All are made by `openssl` and `softhsm2-util` in a temporary folder that goes with the object:
// no key is ever kept. Keys are on P-256 unless RSA is asked for, because those are made at once.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>

#include "base/text.hpp"

namespace motcua::signature::sample {

inline constexpr const char* passphrase = "một cửa 2017";
inline constexpr const char* pin = "2468";
inline constexpr const char* module_path = "/usr/lib/softhsm/libsofthsm2.so";

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return all.str();
}

inline void write(const std::filesystem::path& path, const std::string& content) {
  std::ofstream{path, std::ios::binary} << content;
}

class Folder {
 public:
  Folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "motcua-signing-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string at(const std::string& name) const { return (path_ / name).string(); }

  struct Ran {
    int status = 0;
    std::string said;  // on both outputs
  };
  // A shell command inside the folder.
  Ran try_to(const std::string& command) const {
    const auto whole = "cd '" + path_.string() + "' && { " + command + "; } 2>&1";
    FILE* pipe = popen(whole.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    Ran ran;
    for (int letter = fgetc(pipe); letter != EOF; letter = fgetc(pipe)) {
      ran.said += static_cast<char>(letter);
    }
    ran.status = pclose(pipe);
    return ran;
  }
  std::string run(const std::string& command) const {
    auto ran = try_to(command);
    if (ran.status != 0) throw std::runtime_error("failed: " + command + "\n" + ran.said);
    return ran.said;
  }

 private:
  std::filesystem::path path_;
};

enum class Algorithm { P256, Rsa3072, P384 };

// A root and those it vouches for; files NAME.key (protected), NAME.pem.
class Authority {
 public:
  explicit Authority(const std::string& name = "Gốc tin cậy thử nghiệm") {
    folder_.run("openssl req -x509 " + new_key(Algorithm::P256) +
                " -nodes -keyout root.key -out root.pem -days 3650 -utf8 -subj '/C=VN/CN=" + name +
                "' -addext keyUsage=critical,keyCertSign,cRLSign");
  }

  const Folder& folder() const { return folder_; }
  std::string root() const { return folder_.at("root.pem"); }

  // The path without ".key" and ".pem".
  std::string signer(const std::string& file, const std::string& subject,
                     Algorithm algorithm = Algorithm::P256, int days = 800) const {
    return issue(file, subject, algorithm,
                 "-days " + std::to_string(days) +
                     " -addext keyUsage=critical,digitalSignature,nonRepudiation");
  }
  std::string officer() const {
    return signer("officer", "/C=VN/O=Sở Ngoại vụ Hà Nội/CN=Nguyễn Thị Ánh Nguyệt");
  }
  std::string seal() const {
    return signer("seal", "/C=VN/O=Sở Ngoại vụ Hà Nội/CN=Sở Ngoại vụ Hà Nội");
  }

  // A configured timestamp authority; answer() is what it says to the question in a file.
  void make_timestamp_authority() const {
    issue("tsa", "/C=VN/CN=Dấu thời gian thử nghiệm", Algorithm::P256,
          "-days 3000 -addext keyUsage=critical,digitalSignature "
          "-addext extendedKeyUsage=critical,timeStamping");
    folder_.run("openssl ec -in tsa.key -passin 'pass:" + std::string{passphrase} +
                "' -out tsa.plain");
    write(folder_.at("serial"), "01\n");
    write(folder_.at("tsa.cnf"),
          "[tsa]\nserial = serial\nsigner_cert = tsa.pem\nsigner_key = tsa.plain\n"
          "certs = root.pem\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\n"
          "digests = sha256\naccuracy = secs:1\nordering = no\ness_cert_id_chain = no\n"
          "ess_cert_id_alg = sha256\ncrypto_device = builtin\n");
  }
  std::string answer(const std::string& question) const {
    write(folder_.at("question"), question);
    folder_.run("openssl ts -reply -config tsa.cnf -section tsa -queryfile question -out answer");
    return content_of(folder_.at("answer"));
  }

  // A SoftHSM token "motcua" with the key of `file` under that name. This process finds it by the
  // environment.
  void make_token(const std::string& file) const {
    folder_.run("mkdir -p tokens");
    write(folder_.at("softhsm2.conf"), "directories.tokendir = " + folder_.at("tokens") +
                                           "\nobjectstore.backend = file\nlog.level = ERROR\n");
    setenv("SOFTHSM2_CONF", folder_.at("softhsm2.conf").c_str(), 1);
    folder_.run("openssl pkcs8 -topk8 -nocrypt -in " + file + ".key -passin 'pass:" + passphrase +
                "' -out plain.key");
    folder_.run(std::string{"softhsm2-util --init-token --free --label motcua --so-pin 13579 "} +
                "--pin " + pin);
    folder_.run("softhsm2-util --import plain.key --token motcua --label " + file +
                " --id 01 --pin " + pin);
  }

 private:
  static std::string new_key(Algorithm algorithm) {
    switch (algorithm) {
      case Algorithm::Rsa3072:
        return "-newkey rsa:3072";
      case Algorithm::P384:
        return "-newkey ec -pkeyopt ec_paramgen_curve:P-384";
      default:
        return "-newkey ec -pkeyopt ec_paramgen_curve:P-256";
    }
  }

  std::string issue(const std::string& file, const std::string& subject, Algorithm algorithm,
                    const std::string& options) const {
    folder_.run("openssl req -x509 -CA root.pem -CAkey root.key " + new_key(algorithm) +
                " -keyout " + file + ".key -passout 'pass:" + passphrase + "' -out " + file +
                ".pem -utf8 -subj '" + subject + "' -addext basicConstraints=critical,CA:FALSE " +
                options);
    return folder_.at(file);
  }

  Folder folder_;
};

}  // namespace motcua::signature::sample
