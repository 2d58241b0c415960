from django.urls import path

from . import views

app_name = "two_step"
urlpatterns = [
    # /admin/two-step/
    path("", views.state, name="state"),
    path("code/", views.CodeView.as_view(), name="code"),
    path("set-up/", views.SetUpView.as_view(), name="set_up"),
    path("recovery-codes/", views.recovery_codes, name="recovery_codes"),
    path("off/", views.off, name="off"),
    path("leave/", views.leave, name="leave"),
]
