"""Settings: one file, driven by the environment.

``.env.example`` names and explains every variable. A value that makes no sense stops the start
with a message that names the variable.
"""

import datetime as dt
import os
import re
import zoneinfo
from pathlib import Path

import phonenumbers
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django_prose_editor.config import html_tags
from environs import EnvError, EnvValidationError, FileAwareEnv, validate
from js_asset import static_lazy

from newsroom.languages import language_label
from releases.languages import DERIVED, NAMES, WRITTEN
from releases.role_names import ROLES

BASE_DIR = Path(__file__).resolve().parent.parent

# A file with variables that the environment does not set itself. ENV_FILE= reads none.
ENV_FILE = os.environ.get("ENV_FILE", str(BASE_DIR / ".env"))
if "ENV_FILE" in os.environ and ENV_FILE and not Path(ENV_FILE).is_file():
    raise ImproperlyConfigured(
        f"ENV_FILE: there is no file {ENV_FILE}. (.env.example explains it.)"
    )

# SECRET_KEY_FILE=/run/secrets/key in place of SECRET_KEY, and so for every other variable.
env = FileAwareEnv(strip_whitespace=True)
if ENV_FILE:
    env.read_env(ENV_FILE, recurse=False)


def refuse(name, reason):
    raise ImproperlyConfigured(f"{name}: {reason} (.env.example explains it.)")


def read(kind, name, *args, **kwargs):
    """Read one variable; a bad value becomes a start-up error that names it."""
    try:
        return getattr(env, kind)(name, *args, **kwargs)
    except EnvValidationError as error:
        refuse(name, " ".join(map(str, error.error_messages)))
    except EnvError as error:
        refuse(name, str(error).removeprefix(f'Environment variable "{name}" ') + ".")
    except ValueError as error:  # what the reader of addresses raises for a scheme it does not know
        refuse(name, error)


def read_folder(name, default):
    """Read the path of a folder; a relative one counts from the checkout, wherever the process runs."""
    value = read("str", name, str(default), validate=not_empty)
    path = BASE_DIR / value
    if path.exists() and not path.is_dir():
        refuse(name, f"{value} is not a folder.")
    return path


def not_empty(value):
    if not value.strip():
        raise validate.ValidationError("Must not be empty.")


def is_time_zone(value):
    if value not in zoneinfo.available_timezones():
        raise validate.ValidationError("Not a time zone of the IANA database.")


def is_region(value):
    if value not in phonenumbers.SUPPORTED_REGIONS:
        raise validate.ValidationError("Not a region in two capital letters, like HK.")


def is_long_enough(value):
    """A key, or each of several."""
    for key in [value] if isinstance(value, str) else value:
        if len(key) < 32:
            raise validate.ValidationError("Shorter than 32 characters.")


def are_hosts(values):
    if not values:
        raise validate.ValidationError("Name at least one host.")
    for value in values:
        if not re.fullmatch(r"\.?[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:.]+\]", value):
            raise validate.ValidationError(
                f"{value!r} is not a host name (no scheme, port or path)."
            )


def are_languages(codes):
    for code in codes:
        if code not in NAMES:
            raise validate.ValidationError(f"{code!r} is none of {', '.join(NAMES)}.")
        if DERIVED.get(code, code) not in codes:
            raise validate.ValidationError(f"{code} is made from {DERIVED[code]}: name that too.")
    if not codes:
        raise validate.ValidationError(f"Name {' or '.join(WRITTEN)}.")
    if len(set(codes)) != len(codes):
        raise validate.ValidationError("A language stands twice.")


def are_roles(values):
    for value in values:
        if value not in ROLES:
            raise validate.ValidationError(f"{value!r} is none of {', '.join(ROLES)}.")


def is_origin(value):
    if value and not re.fullmatch(r"https?://[^/\s]+", value):
        raise validate.ValidationError(
            f"{value!r} is not an address like https://news.example.org."
        )


def are_origins(values):
    for value in values:
        is_origin(value)


def is_location(value):
    if value and not re.fullmatch(r"(/[\w.-]+)+", value):
        raise validate.ValidationError("Must look like /private-pictures (no slash at the end).")


# The house

DEBUG = read("bool", "DEBUG", False)
SECRET_KEY = read("str", "SECRET_KEY", validate=is_long_enough)
SECRET_KEY_FALLBACKS = read("list", "SECRET_KEY_FALLBACKS", [], validate=is_long_enough)
ALLOWED_HOSTS = read(
    "list", "ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"], validate=are_hosts
)

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, as its documentation asks
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "content_editor",
    "django_prose_editor",
    "js_asset",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "pictures",
    "partners",
    "media_contacts",
    "releases",
    "newsroom",
]

MIDDLEWARE = [
    "newsroom.health.inside",
    "newsroom.logs.request_ids",
    "newsroom.metrics.measured",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.middleware.ContentSecurityPolicyMiddleware",
    "newsroom.middleware.with_newsroom",
    "newsroom.middleware.ask_again",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "newsroom.two_step.middleware.second_step",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        # What the world sees.
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates" / "site"],
        "OPTIONS": {
            "environment": "newsroom.jinja2.environment",
            "context_processors": ["newsroom.context_processors.newsroom"],
        },
    },
    {
        # What the press office sees.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "newsroom.context_processors.newsroom",
            ],
        },
    },
]

# Data

DATABASES = {
    "default": read(
        "dj_db_url",
        "DATABASE_URL",
        f"sqlite:///{BASE_DIR / 'var' / 'newsroom.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    if DATABASES["default"]["NAME"] in ("", ":memory:"):
        refuse(
            "DATABASE_URL", "names no file; a newsroom in memory would be gone with the process."
        )
    DATABASES["default"]["NAME"] = BASE_DIR / DATABASES["default"]["NAME"]
    if not DATABASES["default"]["NAME"].parent.is_dir():
        refuse("DATABASE_URL", f"there is no folder {DATABASES['default']['NAME'].parent}.")
    # Writers queue instead of failing, readers never wait for a writer.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
elif DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    refuse("DATABASE_URL", "must be a postgres:// or sqlite:// address.")
elif not DATABASES["default"]["NAME"]:
    refuse("DATABASE_URL", "names no database.")
else:
    DATABASES["default"]["OPTIONS"] = {
        # Short questions whose answers are in memory: compiling one takes longer than answering it.
        "options": "-c jit=off -c random_page_cost=1.1",
        # So does planning it: what is asked again and again is planned once.
        "server_side_binding": True,
        "prepare_threshold": 5,
        "connect_timeout": 10,  # seconds: who cannot be reached is not waited for any longer
        **DATABASES["default"].get("OPTIONS", {}),
    }
    _modes = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
    if DATABASES["default"]["OPTIONS"].get("sslmode", "prefer") not in _modes:
        refuse("DATABASE_URL", f"sslmode is none of {', '.join(_modes)}.")
    _root = DATABASES["default"]["OPTIONS"].get("sslrootcert", "system")
    if _root != "system" and not Path(_root).is_file():
        refuse("DATABASE_URL", f"sslrootcert: there is no file {_root}.")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long release has many blocks in two languages

# Pictures: private, in a folder or in an S3 bucket. Nothing here has a public address of its own.

PICTURES_BUCKET = read("str", "PICTURES_BUCKET", "")
S3_ENDPOINT_URL = read("str", "S3_ENDPOINT_URL", "", validate=is_origin)
S3_REGION = read("str", "S3_REGION", "", validate=validate.Regexp(r"^[\w-]*$"))
S3_ACCESS_KEY = read("str", "S3_ACCESS_KEY", "")
S3_SECRET_KEY = read("str", "S3_SECRET_KEY", "")
if PICTURES_BUCKET:
    for _name, _value in {
        "S3_ENDPOINT_URL": S3_ENDPOINT_URL,  # the public policy must name where pictures come from
        "S3_ACCESS_KEY": S3_ACCESS_KEY,
        "S3_SECRET_KEY": S3_SECRET_KEY,
    }.items():
        if not _value:
            refuse(_name, "is missing: PICTURES_BUCKET needs it.")
    _pictures_storage = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": PICTURES_BUCKET,
            "endpoint_url": S3_ENDPOINT_URL,
            "region_name": S3_REGION or None,
            "access_key": S3_ACCESS_KEY,
            "secret_key": S3_SECRET_KEY,
            "default_acl": None,
            "querystring_auth": True,
            "querystring_expire": 60,
            "file_overwrite": True,  # a file is named by its content
            "signature_version": "s3v4",
            "addressing_style": "path",
        },
    }
elif S3_ENDPOINT_URL or S3_REGION or S3_ACCESS_KEY or S3_SECRET_KEY:
    refuse("PICTURES_BUCKET", "is missing: variables that begin with S3_ are given without it.")
else:
    _pictures_storage = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": read_folder("PICTURES_DIR", "var/pictures"),
            "allow_overwrite": True,  # a file is named by its content
        },
    }
PICTURES_ACCEL_PREFIX = read("str", "PICTURES_ACCEL_PREFIX", "", validate=is_location)

STORAGES = {
    "default": _pictures_storage,
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Where ``manage.py backup`` and the worker put backups.
BACKUPS_DIR = read_folder("BACKUPS_DIR", "var/backups")

STATIC_URL = "/static/"
STATIC_ROOT = read_folder("STATIC_ROOT", "var/static")
STATICFILES_DIRS = [BASE_DIR / "static"]

# Languages and time

LANGUAGES = [
    (code, NAMES[code])
    for code in read("list", "LANGUAGES", ["zh-hant", "en", "zh-hans"], validate=are_languages)
]
LANGUAGE_CODE = LANGUAGES[0][0]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = read("str", "TIME_ZONE", "Asia/Hong_Kong", validate=is_time_zone)

# The region (ISO 3166-1) of telephone numbers written without a country code.
PHONE_REGION = read("str", "PHONE_REGION", "HK", validate=is_region)

MODELTRANSLATION_LANGUAGES = WRITTEN
MODELTRANSLATION_DEFAULT_LANGUAGE = "zh-hant"
MODELTRANSLATION_ENABLE_FALLBACKS = False
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = language_label

# Rich text: our words and our way of pasting, of no tag of their own (releases/rich_text.py).
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [static_lazy("admin_newsroom/prose.js")], "extensions": {"Newsroom": html_tags([])}}
]

# People

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # refuses before a password is looked at
    "django.contrib.auth.backends.ModelBackend",
]

# Who holds one of these roles logs in with a code as well; who holds none may switch it on.
TWO_STEP_ROLES = read("list", "TWO_STEP_ROLES", [], validate=are_roles)


def OTP_TOTP_ISSUER(device):
    """The name under which an authenticator app lists its codes: the newsroom's."""
    return import_string("newsroom.host.current")().called(get_language())


# Five wrong passwords for a name from an address close the door for that name from there.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page promises when it ends
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "newsroom.attempts.address"
AXES_LOCKOUT_CALLABLE = "newsroom.attempts.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # no record of who came and went, only of what failed
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# E-mail

_email = read("dj_email_url", "EMAIL_URL", "dummy:")
if "EMAIL_BACKEND" not in _email:
    refuse("EMAIL_URL", "must be like submission://user:password@mail.example.org:587.")
globals().update(_email)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = read(
    "str", "EMAIL_FROM", "newsroom@localhost", validate=validate.Email()
)

# Safety

HTTPS = read("bool", "HTTPS", not DEBUG)
CSRF_TRUSTED_ORIGINS = read("list", "CSRF_TRUSTED_ORIGINS", [], validate=are_origins)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "newsroom_session"
LANGUAGE_COOKIE_NAME = "newsroom_language"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60  # the language of the admin stays with the browser
SECURE_SSL_REDIRECT = HTTPS
HSTS_SECONDS = read("int", "HSTS_SECONDS", 31_536_000, validate=validate.Range(min=0))
SECURE_HSTS_SECONDS = HSTS_SECONDS if HTTPS else 0
HSTS_SUBDOMAINS = read("bool", "HSTS_SUBDOMAINS", False)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS and HSTS_SUBDOMAINS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
BEHIND_PROXY = read("bool", "BEHIND_PROXY", False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    MIDDLEWARE.insert(
        MIDDLEWARE.index("newsroom.middleware.ask_again"), "newsroom.caching.shared_caches"
    )
X_FRAME_OPTIONS = "DENY"

# The public site needs no script (one of ours copies texts) and nobody else's server. The admin
# runs its own scripts, by nonce, and frames its own previews.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],  # the texts to copy; Lighthouse reads robots.txt from within a page
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
if PICTURES_BUCKET:
    # Pictures are answered with a redirect to a signed address of the bucket.
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"].append(S3_ENDPOINT_URL)
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, NONCE],
    "img-src": [*CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"], "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "json": {"()": "newsroom.logs.JsonFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": read(
                "str", "LOG_FORMAT", "plain", validate=validate.OneOf(["plain", "json"])
            ),
        }
    },
    "root": {"handlers": ["console"], "level": read("log_level", "LOG_LEVEL", "INFO")},
    # Who logs in is nobody's business; who cannot is said, without name and address.
    "loggers": {"axes": {"level": "WARNING"}},
}
